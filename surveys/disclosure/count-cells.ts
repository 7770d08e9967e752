/**
 * The cells a count of children falls into. What is published is the cell, never the count: whoever reads it learns that
 * the count is one of at least three. The cells depend on n alone.
 */
import { THRESHOLDS } from "./thresholds";

/** Counts from `least` to `most`, both included. */
export interface Cell {
  readonly least: number;
  readonly most: number;
}

const STEPS = [1, 2, 5, 10, 20] as const;

/** The smallest step, in percentage points, that spans at least three of n children (20 or more). */
export function stepFor(n: number): number {
  return STEPS.find((step) => (step * n) / 100 >= THRESHOLDS.childrenACell) ?? 20;
}

const sizeOf = ({ least, most }: Cell) => most - least + 1;

/** Cuts `least`…`most` where `groupOf` changes, and joins what is too small at an end with its neighbour. */
function cut(least: number, most: number, groupOf: (count: number) => number): Cell[] {
  const cells: Cell[] = [];
  for (let count = least; count <= most; count += 1) {
    const last = cells.at(-1);
    if (last && groupOf(last.least) === groupOf(count)) cells[cells.length - 1] = { least: last.least, most: count };
    else cells.push({ least: count, most: count });
  }
  return joinSmall(cells);
}

function joinSmall(cells: readonly Cell[]): Cell[] {
  const at = cells.findIndex((cell) => sizeOf(cell) < THRESHOLDS.childrenACell);
  if (at < 0 || cells.length < 2) return [...cells];
  const first = at + 1 < cells.length ? at : at - 1;
  const joined = { least: cells[first]?.least ?? 0, most: cells[first + 1]?.most ?? 0 };
  return joinSmall([...cells.slice(0, first), joined, ...cells.slice(first + 2)]);
}

const byHalf = (n: number) => (count: number) => (count * 2 < n ? 0 : 1);

const byWord = (n: number) => (count: number) => (count < 0.4 * n ? 0 : count <= 0.6 * n ? 1 : 2);

const byStep = (n: number) => (count: number) => Math.round((100 * count) / n / stepFor(n));

/** From few children, two halves; then the ends for themselves; from twenty, steps between them. */
export function cellsOf(n: number): readonly Cell[] {
  const { extreme, exactShares } = THRESHOLDS;
  if (n < THRESHOLDS.ends) return cut(0, n, byHalf(n));
  const inner = n < THRESHOLDS.threeWords ? byHalf(n) : n < exactShares ? byWord(n) : byStep(n);
  return [{ least: 0, most: extreme }, ...cut(extreme + 1, n - extreme - 1, inner), { least: n - extreme, most: n }];
}
