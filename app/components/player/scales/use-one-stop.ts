/**
 * One tab stop for the answers of a question that are buttons or boxes (the pattern of WAI-ARIA for a roving tab index): Tab
 * comes to one of them and leaves them all, arrows, Home and End move among them. Without scripts each is a stop of its own.
 */
import type { FocusEvent, KeyboardEvent } from "react";
import { useState } from "react";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";

interface Stop {
  readonly "data-stop": string;
  readonly tabIndex?: number;
}

export interface OneStop {
  /** For the element around them, a toolbar: screen readers then leave the arrows to the page. */
  readonly around: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
  /** For each of them. */
  readonly stopAt: (name: string) => Stop;
}

/** Where a key leads from one of so many; undefined for keys that lead nowhere. */
function ledBy(key: string, from: number, count: number, isRightToLeft: boolean): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const onward = ["ArrowDown", isRightToLeft ? "ArrowLeft" : "ArrowRight"];
  const back = ["ArrowUp", isRightToLeft ? "ArrowRight" : "ArrowLeft"];
  if (onward.includes(key)) return (from + 1) % count;
  return back.includes(key) ? (from - 1 + count) % count : undefined;
}

/** `open`: the names of those that may be pressed now. `onMove` hears which one the keys have come to. */
export function useOneStop(open: readonly string[], onMove?: (name: string) => void): OneStop {
  const { dir } = usePlayer();
  const { isAwake } = useVoice();
  const [last, setLast] = useState<string>();
  const current = last !== undefined && open.includes(last) ? last : open[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { currentTarget, target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [...currentTarget.querySelectorAll<HTMLElement>("[data-stop]:not(:disabled)")];
    const from = stops.findIndex((stop) => stop === target);
    const to = from < 0 ? undefined : ledBy(key, from, stops.length, dir === "rtl");
    const stop = to === undefined ? undefined : stops[to];
    if (!stop) return;
    event.preventDefault();
    stop.focus();
    onMove?.(stop.dataset["stop"] ?? "");
  };
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => setLast(target.dataset["stop"] ?? last);
  return {
    around: { onKeyDown, onFocus },
    stopAt: (name) => ({ "data-stop": name, tabIndex: isAwake ? (name === current ? 0 : -1) : undefined }),
  };
}
