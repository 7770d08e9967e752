/** Arrow keys step through a dialogue, as a remote control for slides sends them; links do the same without scripts. */
import { useEffect } from "react";

const FORWARD = ["ArrowRight", "PageDown"];
const BACK = ["ArrowLeft", "PageUp"];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

/** Addresses; undefined where there is no such step. */
export function useArrows(previous: string | undefined, next: string | undefined): void {
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = FORWARD.includes(event.key) ? next : BACK.includes(event.key) ? previous : undefined;
      if (to === undefined) return;
      event.preventDefault();
      location.assign(to);
    };
    document.addEventListener("keydown", step);
    return () => document.removeEventListener("keydown", step);
  }, [previous, next]);
}
