/**
 * Wakes the server's page up in the browser. Until it is awake the page is what it is without scripts; where waking fails it
 * stays so (without-scripts.ts).
 */
import "./older-browsers";
import { RemixBrowser } from "@remix-run/react";
import type { ReactNode } from "react";
import { Component, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { goOnWithoutScripts, keepWalk, watchTouches } from "~/components/layout/without-scripts";

/** For what no page's own boundary could draw; React leaves nothing of the page then. */
class Last extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override componentDidCatch(): void {
    goOnWithoutScripts(undefined);
  }
  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}

watchTouches();
const fieldOf = (name: string) => document.querySelector<HTMLInputElement>(`.child-page input[name="${name}"]`)?.value;
keepWalk(fieldOf("walk"), fieldOf("opened"));
startTransition(() => {
  hydrateRoot(
    document,
    <Last>
      <RemixBrowser />
    </Last>,
  );
});
