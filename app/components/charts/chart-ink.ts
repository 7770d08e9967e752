/** A canvas cannot read style sheets: the page's colours and type, looked up for it. */
/** Older browsers do not read "width < 600px". */
export const NARROW = "(max-width: 599.98px)";

export interface ChartInk {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly band: string;
  readonly dot: string;
  readonly card: string;
  readonly font: string;
  /** Questions may take two lines. */
  readonly isNarrow: boolean;
}

export function readInk(): ChartInk {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: read("--ink"),
    quiet: read("--ink-2"),
    line: read("--line"),
    band: read("--band"),
    dot: read("--brand"),
    card: read("--card"),
    font: getComputedStyle(document.body).fontFamily,
    isNarrow: window.matchMedia(NARROW).matches,
  };
}
