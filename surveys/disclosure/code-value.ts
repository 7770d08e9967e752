/**
 * Coded values: what is published in place of shares and counts. Everything here is a function of cells (count-cells)
 * and of a base that is published itself; intervals are made from that, never from the exact count.
 *
 * The choices of one question sum up, so that rounding each of them would tell more than each rounding does (40 + 80 of
 * 100 leaves one split of twenty children). Therefore running sums are put into cells, from the most favourable choice
 * on, and each choice's share is what lies between two of them.
 */
import type { Interval } from "../statistics/wilson";
import { wilsonInterval } from "../statistics/wilson";
import type { Cell } from "./count-cells";
import { cellOf, stepFor } from "./count-cells";
import { THRESHOLDS } from "./thresholds";

export const SHARE_WORDS = [
  "few",
  "under-half",
  "half-or-less",
  "about-half",
  "half-or-more",
  "over-half",
  "nearly-all",
  "unclear",
] as const;
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

/** How many children a share rests on, as far as that is told. */
export interface Base {
  /** Counts are told as if this many had answered. */
  readonly n: number;
  /** At least this many did. */
  readonly atLeast: number;
}

/** n rounded down to fives. */
export const toFives = (count: number): number => Math.floor(count / 5) * 5;

/** Of all who took part: themselves when nearly all of them answered, else a number rounded down to fives. */
export function baseOf(answered: number, tookPart: number): Base {
  if (answered >= tookPart - THRESHOLDS.extreme) return { n: tookPart, atLeast: tookPart - THRESHOLDS.extreme };
  return { n: toFives(answered), atLeast: toFives(answered) };
}

/** Counts of non-answers: told roughly, and never one or two apart from none. */
export function codeCount(count: number, n: number): CodedCount {
  if (count <= THRESHOLDS.extreme) return "few";
  return n >= THRESHOLDS.ends && count >= n - THRESHOLDS.extreme ? "nearly-all" : "some";
}

/** A word that is true of every count in the range. */
function wordFor({ least, most }: Cell, n: number): ShareWord {
  if (n >= THRESHOLDS.ends && most <= THRESHOLDS.extreme) return "few";
  if (n >= THRESHOLDS.ends && least >= n - THRESHOLDS.extreme) return "nearly-all";
  if (most * 2 < n) return "under-half";
  if (least * 2 > n) return "over-half";
  if (least >= 0.3 * n && most <= 0.7 * n) return "about-half";
  if (least * 2 >= n) return "half-or-more";
  return most * 2 <= n ? "half-or-less" : "unclear";
}

function outward({ low, high }: Interval, step: number): Interval {
  return {
    low: Math.max(0, Math.floor((low * 100) / step) * step),
    high: Math.min(100, Math.ceil((high * 100) / step) * step),
  };
}

/** The middle of a range in percent, as a round number. */
function middle({ least, most }: Cell, n: number): number {
  const round = Math.min(stepFor(n), 5);
  return Math.round((50 * (least + most)) / n / round) * round;
}

/** `population`: the children asked. */
function describe(range: Cell, percent: number, { n, atLeast }: Base, population: number): CodedShare {
  const word = wordFor(range, n);
  const isWord = n < THRESHOLDS.exactShares || word === "few" || word === "nearly-all";
  // A count that was scaled to the base may have been half a child away.
  const from = Math.max(0, range.least - 0.5) / n;
  const to = Math.min(n, range.most + 0.5) / n;
  const at = (share: number) => wilsonInterval({ successes: share * atLeast, n: atLeast, population });
  const interval = outward({ low: at(from).low, high: at(to).high }, Math.max(stepFor(n), 5));
  const told = outward({ low: from, high: to }, 1);
  return { code: isWord ? word : "step", ...(isWord ? {} : { percent }), from: told.low, to: told.high, ...interval };
}

const scaledCell = (count: number, answered: number, { n }: Base): Cell =>
  cellOf(Math.round((count * n) / answered), n);

export interface Counted {
  /** Exact number of children who answered the question. */
  readonly answered: number;
  readonly base: Base;
  /** The children asked. */
  readonly population: number;
}

/** The share of one count by itself; its complement's is its mirror. */
export function codeShare(count: number, { answered, base, population }: Counted): CodedShare {
  const cell = scaledCell(count, answered, base);
  return describe(cell, middle(cell, base.n), base, population);
}

/** The shares of choices that exclude each other, in the order of `counts`, which sum up to `answered`. */
export function codeChoices(counts: readonly number[], { answered, base, population }: Counted): CodedShare[] {
  const { n } = base;
  const none = { least: 0, most: 0 };
  const all = { least: n, most: n };
  let sum = 0;
  const sums = counts.map((count, index) => {
    sum += count;
    return index === counts.length - 1 ? all : scaledCell(sum, answered, base);
  });
  return sums.map((upTo, index) => {
    const before = sums[index - 1] ?? none;
    const range = { least: Math.max(0, upTo.least - before.most), most: Math.min(n, upTo.most - before.least) };
    return describe(range, middle(upTo, n) - middle(before, n), base, population);
  });
}

/**
 * Whether the counts of choices that may be chosen together are left open by their cells: each child chose at least
 * one and at most `mostChosen`, so that cells that just add up to either would tell every count.
 */
export function areLeftOpen(counts: readonly number[], mostChosen: number, { answered, base }: Counted): boolean {
  const cells = counts.map((count) => scaledCell(count, answered, base));
  const least = cells.reduce((sum, cell) => sum + cell.least, 0);
  const most = cells.reduce((sum, cell) => sum + cell.most, 0);
  const room = THRESHOLDS.childrenACell;
  return most - base.n >= room && mostChosen * base.n - least >= room;
}
