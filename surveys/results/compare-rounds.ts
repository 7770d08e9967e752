/**
 * Changes since the last comparable round, for the whole municipality at once: what is called fairly certain, perhaps, or
 * cannot be told (privacy-and-statistics, "Signals"). By tables alone.
 */
import type { FormName } from "../paper/form";
import type { Index } from "../scoring/indices";
import { THEME_OF } from "../scoring/indices";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg";
import type { NoisyMean } from "../statistics/noise-aware-difference";
import { noiseAwareDifference, varianceOfDifference } from "../statistics/noise-aware-difference";
import { centralDrift } from "../statistics/central-drift";
import type { Change } from "./findings";
import { FLOORS } from "./floors";

/** One round's figure of an institution's index. */
export interface Measured extends Required<NoisyMean> {
  /** The part of the invited that took part, 0-1. */
  readonly rate: number;
}

export interface Comparison {
  readonly institution: string;
  readonly form: FormName;
  readonly index: Index;
  readonly now: Measured;
  readonly before: Measured;
  /** Of single children's scores in this form over the municipality, in points squared. */
  readonly variance: number;
}

export interface Compared {
  readonly comparison: Comparison;
  readonly change: Change | "cannot-tell";
}

/** The smallest change worth a conversation, in points. */
const EFFECT = 6;
/** A tenth of what is called fairly certain may be false; what the drift adds, which is itself estimated, is taken off. */
const MOST_FALSE = 0.09;
const PERHAPS = 0.02;
const LEAST_RATE = 0.6;
const Z = 1.96;

const isOfFamily = ({ now, before }: Comparison): boolean =>
  [now, before].every(({ n, rate }) => n >= FLOORS.signal && rate >= LEAST_RATE);

function driftOf(family: readonly Comparison[]): number {
  const changes = family.flatMap(({ now, before, variance }) => {
    const squared = varianceOfDifference(before, now, { variance });
    return squared ? [{ difference: now.mean - before.mean, variance: squared }] : [];
  });
  return centralDrift(changes);
}

/** Those that are no member of the family (too few, too low a response) are left out: nothing is said of them. */
export function compareRounds(comparisons: readonly Comparison[]): { drift: number; compared: Compared[] } {
  const family = comparisons.filter(isOfFamily);
  const drift = driftOf(family);
  const tested = family.flatMap((comparison) => {
    const { now, before, variance } = comparison;
    const test = noiseAwareDifference(before, now, { variance, drift });
    return test ? [{ comparison, test }] : [];
  });
  const adjusted = benjaminiHochberg(tested.map(({ test }) => test.p));
  const compared = tested.map(({ comparison, test: { difference: by, standardError, p } }, at) => {
    const isCertain = (adjusted[at] ?? 1) <= MOST_FALSE;
    const isLarge = Math.abs(by) >= EFFECT;
    if (!isLarge || !(isCertain || p <= PERHAPS)) return { comparison, change: "cannot-tell" as const };
    const { form, index } = comparison;
    const change: Change = {
      kind: "change",
      form,
      index,
      theme: THEME_OF[index],
      direction: by > 0 ? "up" : "down",
      by,
      low: by - Z * standardError,
      high: by + Z * standardError,
      certainty: isCertain ? "fairly-certain" : "maybe",
    };
    return { comparison, change };
  });
  return { drift, compared };
}

/** Half of the band around one round's figure in a picture of several: chance, noise and half of the drift. */
export function marginOf(
  { n, noiseVariance }: NoisyMean,
  { variance, drift }: { variance: number; drift: number },
): number {
  return n > 0 ? Z * Math.sqrt(variance / n + (noiseVariance ?? 0) + drift ** 2 / 2) : 100;
}
