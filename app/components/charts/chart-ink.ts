/** A canvas cannot read style sheets: the page's colours and type, looked up for it. The one theme of every chart. */
import { useEffect, useState } from "react";

/** Older browsers do not read "width < 600px". */
const NARROW = "(max-width: 599.98px)";
const QUERIES = [NARROW, "(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];

export interface ChartInk {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly good: string;
  readonly other: string;
  readonly card: string;
  readonly font: string;
  readonly isNarrow: boolean;
  /** Changes with every colour, so that a chart is drawn anew. */
  readonly key: string;
}

function readInk(): ChartInk {
  const style = getComputedStyle(document.documentElement);
  const isForced = window.matchMedia("(forced-colors: active)").matches;
  const read = (name: string, forced: string) => (isForced ? forced : style.getPropertyValue(name).trim());
  const ink = {
    text: read("--ink", "CanvasText"),
    quiet: read("--ink-2", "CanvasText"),
    line: read("--line", "GrayText"),
    good: read("--brand", "CanvasText"),
    other: read("--band", "CanvasText"),
    card: read("--card", "Canvas"),
    font: getComputedStyle(document.body).fontFamily,
    isNarrow: window.matchMedia(NARROW).matches,
  };
  return { ...ink, key: Object.values(ink).join(" ") };
}

/** Once there is a page, and again when light turns to dark or a window grows narrow. */
export function useInk(): ChartInk | undefined {
  const [ink, setInk] = useState<ChartInk>();
  useEffect(() => {
    const queries = QUERIES.map((query) => window.matchMedia(query));
    const read = () => setInk(readInk());
    const frame = requestAnimationFrame(read);
    for (const query of queries) query.addEventListener("change", read);
    return () => {
      cancelAnimationFrame(frame);
      for (const query of queries) query.removeEventListener("change", read);
    };
  }, []);
  return ink;
}
