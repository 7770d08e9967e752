/**
 * A page is printed for the staff or for the board; the browser's own print gives what the board may have. The staff's sheet is
 * drawn just before it is printed and is gone when that is done.
 */
import { useEffect, useState } from "react";

export type PrintVersion = "staff" | "board";

export function usePrint() {
  const [asked, setAsked] = useState<PrintVersion>();
  useEffect(() => {
    if (!asked) return undefined;
    // What is to be printed is in the page by now.
    const frame = requestAnimationFrame(() => window.print());
    const done = () => setAsked(undefined);
    window.addEventListener("afterprint", done);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("afterprint", done);
    };
  }, [asked]);
  return { version: asked ?? ("board" as const), print: setAsked };
}
