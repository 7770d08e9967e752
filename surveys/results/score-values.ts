/**
 * What the choices of a scored question are worth, 0 to 100, in the order of its counts. From 10 years and of adults by
 * their codes, turned where the item is reverse; from 3 to 9 years 100 for a favourable answer and 0 for any other.
 */
import type { FormName } from "../paper/form";
import { bandOf } from "../paper/form";
import type { ScoredItem } from "../paper/scoring-key";

const YOUNG: readonly (string | undefined)[] = ["3-5", "6-9"];

const favourableValues = ({ choices, favourable }: ScoredItem): number[] =>
  choices.map(({ value }) => (favourable.includes(value) ? 100 : 0));

/** Of an item that is scored (`isScored`). */
export function scoreValues(item: ScoredItem, form: FormName): readonly number[] {
  const { codes, choices, reverse } = item;
  if (!codes || YOUNG.includes(bandOf(form))) return favourableValues(item);
  const all = Object.values(codes);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (least === most) return favourableValues(item);
  return choices.map(({ value }) => {
    const share = (100 * ((codes[value] ?? least) - least)) / (most - least);
    return reverse ? 100 - share : share;
  });
}

/**
 * All that a child's own score on an index of these items can be who answers every one of them, each once and from the
 * lowest: what a range of a spread can hold.
 */
export function possibleScores(items: readonly ScoredItem[], form: FormName): readonly number[] {
  let sums = [0];
  for (const item of items) {
    const values = [...new Set(scoreValues(item, form))];
    const added = sums.flatMap((sum) => values.map((value) => sum + value));
    // Told apart rounded, and kept as they are: rounded each time, one sum of thirds would become two.
    sums = [...new Map(added.map((sum) => [Math.round(sum * 1e6), sum])).values()];
  }
  return items.length === 0 ? [] : sums.map((sum) => sum / items.length).toSorted((one, other) => one - other);
}

/** 1 for the favourable answers and 0 for the others. */
export const favourableShare = (item: ScoredItem): readonly number[] =>
  favourableValues(item).map((value) => value / 100);

/** 1 for the least favourable answers: below the middle of the codes, or all that are not favourable where there are none. */
export function oppositeShare(item: ScoredItem): readonly number[] {
  const { codes, choices, favourable, reverse } = item;
  if (!codes) return choices.map(({ value }) => (favourable.includes(value) ? 0 : 1));
  const all = Object.values(codes);
  const middle = (Math.min(...all) + Math.max(...all)) / 2;
  return choices.map(({ value }) => {
    const code = codes[value] ?? middle;
    return (reverse ? code > middle : code < middle) ? 1 : 0;
  });
}
