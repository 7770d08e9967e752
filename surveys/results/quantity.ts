/**
 * How many children, in a word: by the share alone, whatever the number of children, and said only if the whole interval
 * lies within what the word may still mean; else the next weaker word towards the middle; else "between … and …".
 */
import type { Interval } from "./noise-interval";

export type Quantity = "nearly-all" | "most" | "over-half" | "about-half" | "under-half" | "few-of" | "few" | "between";

interface Word {
  readonly word: Quantity;
  /** Said of shares from here on, in percent; below the middle: down from `to`. */
  readonly from: number;
  /** What it may mean, in percent. */
  readonly means: Interval;
}

/** From the highest share to the lowest. */
const WORDS: readonly Word[] = [
  { word: "nearly-all", from: 90, means: { low: 80, high: 100 } },
  { word: "most", from: 70, means: { low: 60, high: 100 } },
  { word: "over-half", from: 55, means: { low: 50.000001, high: 100 } },
  { word: "about-half", from: 45, means: { low: 35, high: 65 } },
  { word: "under-half", from: 30, means: { low: 0, high: 49.999999 } },
  { word: "few-of", from: 10, means: { low: 0, high: 40 } },
  { word: "few", from: 0, means: { low: 0, high: 20 } },
];

const MIDDLE = WORDS.findIndex(({ word }) => word === "about-half");

/** `share` and the interval in percent. */
export function quantityOf(share: number, { low, high }: Interval): Quantity {
  const at = WORDS.findIndex(({ from }) => share >= from);
  const step = Math.sign(MIDDLE - at);
  for (let index = at; ; index += step) {
    const { word, means } = WORDS[index] ?? { word: "between", means: { low: 0, high: 100 } };
    if (low >= means.low && high <= means.high) return word;
    if (index === MIDDLE || step === 0) return "between";
  }
}

/** "x out of 10" is said when the interval is this narrow, in points to either side. */
const NARROW = 6;

/** 1 to 9, or undefined: where the interval is too wide to say it, or it would be none or all. */
export function tenthsOf(share: number, { low, high }: Interval): number | undefined {
  const tenths = Math.round(share / 10);
  const isNarrow = share - low <= NARROW && high - share <= NARROW;
  return isNarrow && tenths >= 1 && tenths <= 9 ? tenths : undefined;
}

export type Precision = "precise" | "rough" | "uncertain";

/** Of those who answered, by the width of the interval in points; below 60 % response never precise. */
export function precisionOf({ low, high }: Interval, isSnapshot: boolean): Precision {
  const width = high - low;
  if (width <= 12) return isSnapshot ? "rough" : "precise";
  return width <= 30 ? "rough" : "uncertain";
}
