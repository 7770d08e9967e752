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
import { cellsOf, stepFor } from "./count-cells";
import { THRESHOLDS } from "./thresholds";

type ShareWord =
  | "few"
  | "under-half"
  | "half-or-less"
  | "about-half"
  | "half-or-more"
  | "over-half"
  | "nearly-all"
  | "unclear";

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

/** `hidden`: together with the base of the question it would be told exactly. */
export type CodedCount = "few" | "some" | "hidden";

/** How many children a question's shares rest on, as far as that is told. */
export interface Base {
  /** Counts are told as if this many had answered. */
  readonly n: number;
  /** Between this many … */
  readonly atLeast: number;
  /** … and this many did. */
  readonly atMost: number;
}

/** n rounded down to fives. */
export const toFives = (count: number): number => Math.floor(count / 5) * 5;

/**
 * Of all who took part: themselves when nearly all of them answered, else a number rounded down to fives. Undefined when
 * fewer than three numbers of children could be meant: the question is then not shown at all.
 */
export function baseOf(answered: number, tookPart: number): Base | undefined {
  const { cell, extreme, childrenACell } = THRESHOLDS;
  const nearlyAll = Math.max(cell, tookPart - extreme);
  if (answered >= nearlyAll) {
    return tookPart - nearlyAll + 1 < childrenACell ? undefined : { n: tookPart, atLeast: nearlyAll, atMost: tookPart };
  }
  const top = nearlyAll - 1;
  const topFives = top - toFives(top) + 1 < childrenACell ? toFives(top) - 5 : toFives(top);
  const atLeast = Math.min(toFives(answered), topFives);
  if (answered < cell || atLeast < cell) return undefined;
  return { n: atLeast, atLeast, atMost: atLeast === topFives ? top : atLeast + 4 };
}

/** From this many missing on, two counts of three or more each may still be three numbers each. */
const LEAST_MISSING_TOLD = 8;

/**
 * Counts of non-answers at a question: told roughly, never one or two apart from none, and not at all where so few are
 * missing that two rough counts together would be exact.
 */
export function codeCount(count: number, base: Base | undefined, tookPart: number): CodedCount {
  const mostMissing = base ? tookPart - base.atLeast : 0;
  const isTold = base !== undefined && (mostMissing <= THRESHOLDS.extreme || mostMissing >= LEAST_MISSING_TOLD);
  if (!isTold) return "hidden";
  return count <= THRESHOLDS.extreme ? "few" : "some";
}

/** What a cell of counts means as a share of those who answered, whatever their number was. */
interface Range {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
}

const scaled = (count: number, answered: number, n: number) => Math.round((count * n) / answered);

const known = new Map<string, readonly Range[]>();

function rangesOf({ n, atLeast, atMost }: Base): readonly Range[] {
  const name = `${n} ${atLeast} ${atMost}`;
  const made = known.get(name) ?? cellsOf(n).map((cell) => rangeOf(cell, { n, atLeast, atMost }));
  known.set(name, made);
  return made;
}

function rangeOf(cell: Cell, { n, atLeast, atMost }: Base): Range {
  let from = 1;
  let to = 0;
  for (let answered = atLeast; answered <= atMost; answered += 1)
    for (let count = 0; count <= answered; count += 1) {
      const at = scaled(count, answered, n);
      if (at < cell.least || at > cell.most) continue;
      from = Math.min(from, count / answered);
      to = Math.max(to, count / answered);
    }
  return { cell, from, to };
}

export interface Counted {
  /** Exact number of children who answered the question. */
  readonly answered: number;
  readonly base: Base;
  /** The children asked. */
  readonly population: number;
}

function rangeFor(count: number, { answered, base }: Counted): Range {
  const at = scaled(count, answered, base.n);
  const all = { cell: { least: 0, most: base.n }, from: 0, to: 1 };
  return rangesOf(base).find(({ cell }) => at <= cell.most) ?? all;
}

/** A word that is true of every share in the range. */
function wordFor({ cell, from, to }: Range, n: number): ShareWord {
  if (n >= THRESHOLDS.ends && cell.most <= THRESHOLDS.extreme) return "few";
  if (n >= THRESHOLDS.ends && cell.least >= n - THRESHOLDS.extreme) return "nearly-all";
  if (to < 0.5) return "under-half";
  if (from > 0.5) return "over-half";
  if (from >= 0.25 && to <= 0.75) return "about-half";
  if (from >= 0.5) return "half-or-more";
  return to <= 0.5 ? "half-or-less" : "unclear";
}

/** In percent; a hair is taken off, so that 0.6 of 100 is 60 and not 61. */
function outward({ low, high }: Interval, step: number): Interval {
  const hair = 1e-9;
  return {
    low: Math.max(0, Math.floor((low * 100) / step + hair) * step),
    high: Math.min(100, Math.ceil((high * 100) / step - hair) * step),
  };
}

/** The middle of a cell in percent, as a round number. */
function middle({ least, most }: Cell, n: number): number {
  const round = Math.min(stepFor(n), 5);
  return Math.round((50 * (least + most)) / n / round) * round;
}

function describe(range: Range, percent: number, { base: { n, atLeast }, population }: Counted): CodedShare {
  const word = wordFor(range, n);
  const isWord = n < THRESHOLDS.exactShares || word === "few" || word === "nearly-all";
  const at = (share: number) => wilsonInterval({ successes: share * atLeast, n: atLeast, population });
  const interval = outward({ low: at(range.from).low, high: at(range.to).high }, 5);
  const told = outward({ low: range.from, high: range.to }, 1);
  return { code: isWord ? word : "step", ...(isWord ? {} : { percent }), from: told.low, to: told.high, ...interval };
}

/** The share of one count by itself. */
export function codeShare(count: number, counted: Counted): CodedShare {
  const range = rangeFor(count, counted);
  return describe(range, middle(range.cell, counted.base.n), counted);
}

/** What lies between two running sums. */
function between(before: Range, upTo: Range, n: number): Range {
  const cell = {
    least: Math.max(0, upTo.cell.least - before.cell.most),
    most: Math.min(n, upTo.cell.most - before.cell.least),
  };
  return { cell, from: Math.max(0, upTo.from - before.to), to: Math.min(1, upTo.to - before.from) };
}

/** The shares of choices that exclude each other, in the order of `counts`, which sum up to `answered`. */
export function codeChoices(counts: readonly number[], counted: Counted): CodedShare[] {
  const { n } = counted.base;
  const none: Range = { cell: { least: 0, most: 0 }, from: 0, to: 0 };
  const all: Range = { cell: { least: n, most: n }, from: 1, to: 1 };
  let sum = 0;
  const sums = counts.map((count, index) => {
    sum += count;
    return index === counts.length - 1 ? all : rangeFor(sum, counted);
  });
  return sums.map((upTo, index) => {
    const before = sums[index - 1] ?? none;
    return describe(between(before, upTo, n), middle(upTo.cell, n) - middle(before.cell, n), counted);
  });
}

/**
 * Whether the counts of choices that may be chosen together are left open by their cells: each child chose at least
 * one and at most `mostChosen`, so that cells that just add up to either would tell every count.
 */
export function areLeftOpen(counts: readonly number[], mostChosen: number, counted: Counted): boolean {
  const cells = counts.map((count) => rangeFor(count, counted).cell);
  const least = cells.reduce((sum, cell) => sum + cell.least, 0);
  const most = cells.reduce((sum, cell) => sum + cell.most, 0);
  const room = THRESHOLDS.childrenACell;
  return most - counted.base.n >= room && mostChosen * counted.base.n - least >= room;
}
