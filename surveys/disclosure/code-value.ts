/**
 * Coded values: what is published in place of a share or a count, so that no single child can move it visibly. The
 * code's own range is part of it, and intervals are made from that range, never from the exact count.
 */
import type { Interval } from "../statistics/wilson";
import { wilsonInterval } from "../statistics/wilson";
import { THRESHOLDS } from "./thresholds";

export const SHARE_WORDS = ["few", "under-half", "about-half", "over-half", "nearly-all"] as const;
export type ShareWord = (typeof SHARE_WORDS)[number];

export interface CodedShare {
  /** A word (always below 20 children and at the ends), or `step`: the rounded value in `percent`. */
  readonly code: ShareWord | "step";
  /** The rounded share in percent, with code `step` alone. */
  readonly percent?: number;
  /** What the code stands for, in percent. */
  readonly from: number;
  readonly to: number;
  /** Wilson's interval over that range, rounded outwards, in percent. */
  readonly low: number;
  readonly high: number;
}

export type CodedCount = "few" | "some" | "nearly-all";

const STEPS = [1, 2, 5, 10, 20, 25] as const;

/** The smallest step, in percentage points, that spans at least three of n children. */
export function stepFor(n: number): number {
  return STEPS.find((step) => (step * n) / 100 >= THRESHOLDS.childrenAStep) ?? 25;
}

export function codeCount(count: number, n: number): CodedCount {
  if (count <= THRESHOLDS.extreme) return "few";
  return count >= n - THRESHOLDS.extreme ? "nearly-all" : "some";
}

/** n rounded down to fives: the base of an item, when it is not the whole table's. */
export const toFives = (count: number): number => Math.floor(count / 5) * 5;

function wordFor(count: number, n: number): ShareWord {
  if (count <= THRESHOLDS.extreme) return "few";
  if (count >= n - THRESHOLDS.extreme) return "nearly-all";
  const share = count / n;
  if (share < 0.4) return "under-half";
  return share <= 0.6 ? "about-half" : "over-half";
}

/** The counts for which a code is used: the code says no more than that the count is one of these. */
function countsOf(n: number, isSame: (count: number) => boolean): [least: number, most: number] {
  const counts = Array.from({ length: n + 1 }, (_, count) => count).filter(isSame);
  return [counts[0] ?? 0, counts.at(-1) ?? n];
}

function outward({ low, high }: Interval, step: number): Interval {
  return {
    low: Math.max(0, Math.floor((low * 100) / step) * step),
    high: Math.min(100, Math.ceil((high * 100) / step) * step),
  };
}

function roundedStep(count: number, n: number, step: number): number {
  return Math.min(100, Math.round((100 * count) / n / step) * step);
}

/** `population`: the children asked. A function of the code and n alone, whatever the count behind it was. */
export function codeShare(count: number, n: number, population: number): CodedShare {
  const step = stepFor(n);
  const word = wordFor(count, n);
  const isWord = n < THRESHOLDS.exactShares || word === "few" || word === "nearly-all";
  const percent = roundedStep(count, n, step);
  const isSame = (other: number) => {
    const otherWord = wordFor(other, n);
    if (isWord) return otherWord === word;
    return otherWord !== "few" && otherWord !== "nearly-all" && roundedStep(other, n, step) === percent;
  };
  const [least, most] = countsOf(n, isSame);
  const at = (successes: number) => wilsonInterval({ successes, n, population });
  const interval = outward({ low: at(least).low, high: at(most).high }, Math.max(step, 5));
  const range = outward({ low: least / n, high: most / n }, 1);
  return { code: isWord ? word : "step", ...(isWord ? {} : { percent }), from: range.low, to: range.high, ...interval };
}
