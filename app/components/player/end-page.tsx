/** The frame of the last pages: nothing to go on with, and still an adult to talk to. */
import type { ReactNode } from "react";
import { HelpButton } from "./help-button";

export function EndPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="child-page end-page">
      <header className="top">
        <HelpButton />
      </header>
      <main>{children}</main>
    </div>
  );
}
