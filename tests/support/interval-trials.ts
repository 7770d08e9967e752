/** Trials of what is told of these children alone: how often an interval holds what they answered, and whether a word is true. */
import { questionLaw } from "../../surveys/results/draw-table";
import type { Summed } from "../../surveys/results/estimate";
import type { Estimated } from "../../surveys/results/noise-interval";
import { estimateChosen, estimateMean } from "../../surveys/results/noise-interval";
import type { Quantity } from "../../surveys/results/quantity";
import { quantityOf } from "../../surveys/results/quantity";
import type { FastChance } from "./fast-chance";
import { fastNoise } from "./fast-chance";

/** A question: what its choices are worth, and in how many counts one child can be. */
export interface Kind {
  readonly name: string;
  /** 1 or 0: a share. Of a score 0 to 100. */
  readonly values: readonly number[];
  readonly most: number;
  readonly isSeveral?: true;
}

export const KINDS: readonly Kind[] = [
  { name: "two pictures", values: [1, 0], most: 1 },
  { name: "three pictures", values: [1, 0, 0], most: 1 },
  { name: "five options", values: [1, 1, 0, 0, 0], most: 1 },
  { name: "score of five options", values: [100, 75, 50, 25, 0], most: 100 },
  { name: "choose-many", values: [1, 0, 0, 0, 0, 0, 0, 0, 0], most: 1, isSeveral: true },
];

/** Exact counts of `n` children of whom `favourable` answer well, the others among all other choices; nobody declined. */
function exactCounts({ values, most, isSeveral }: Kind, n: number, favourable: number, chance: FastChance): number[] {
  const counts = [...values, 0, 0, 0].map(() => 0);
  const best = values.flatMap((value, at) => (value >= most / 2 && (isSeveral || value > most / 2) ? [at] : []));
  const other = values.flatMap((_, at) => (best.includes(at) ? [] : [at]));
  for (let child = 0; child < n; child += 1) {
    const among = child < favourable ? best : other;
    const at = among[chance.below(among.length)] ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

interface Trial {
  readonly truth: number;
  readonly found?: Estimated;
}

function tryOnce(
  kind: Kind,
  { n, leaves, favourable }: { n: number; leaves: number; favourable: number },
  { chance, noise }: { chance: FastChance; noise: () => number },
): Trial {
  const exact = exactCounts(kind, n, favourable, chance);
  const law = questionLaw(1000, kind.isSeveral ? 3 : 1);
  const summed: Summed = { counts: exact.map((count) => count + noise()), participants: n, leaves, law };
  const truth = exact.reduce((sum, count, at) => sum + count * (kind.values[at] ?? 0), 0) / n;
  const found = kind.isSeveral ? estimateChosen(summed, 0) : estimateMean(summed, kind);
  return { truth, ...(found && { found }) };
}

const noiseFor = (kind: Kind, leaves: number, chance: FastChance) =>
  fastNoise(questionLaw(1000, kind.isSeveral ? 3 : 1), leaves, chance);

/** The share of intervals that hold what these children answered; in [1], of those alone that a page would show. */
export function coverage(
  kind: Kind,
  { n, leaves, p, draws }: { n: number; leaves: number; p: number; draws: number },
  chance: FastChance,
): readonly [of: number, shown: number] {
  const noise = noiseFor(kind, leaves, chance);
  const seen = { all: 0, held: 0, shown: 0, shownHeld: 0 };
  for (let at = 0; at < draws; at += 1) {
    const { truth, found } = tryOnce(kind, { n, leaves, favourable: Math.round(p * n) }, { chance, noise });
    if (!found) continue;
    const held = found.low <= truth + 1e-9 && found.high >= truth - 1e-9 ? 1 : 0;
    seen.all += 1;
    seen.held += held;
    if (found.base < 10) continue;
    seen.shown += 1;
    seen.shownHeld += held;
  }
  return [seen.held / seen.all, seen.shownHeld / Math.max(1, seen.shown)];
}

/** What each word may mean, in percent. */
const MEANS: Readonly<Record<Quantity, readonly [least: number, most: number]>> = {
  "nearly-all": [80, 100],
  most: [60, 100],
  "over-half": [50, 100],
  "about-half": [35, 65],
  "under-half": [0, 50],
  "few-of": [0, 40],
  few: [0, 20],
  between: [0, 100],
};

export interface Said {
  /** Shares of all sentences. */
  readonly isTrue: number;
  readonly between: number;
}

/** Sentences about drawn institutions of `n` children, each question of its own level. */
export function sayWords(
  { n, leaves, institutions }: { n: number; leaves: number; institutions: number },
  level: (chance: FastChance) => number,
  chance: FastChance,
): Said {
  const shares = KINDS.filter(({ most, isSeveral }) => most === 1 && !isSeveral);
  const noises = shares.map((kind) => noiseFor(kind, leaves, chance));
  const said = { all: 0, isTrue: 0, between: 0 };
  for (let at = 0; at < institutions; at += 1) {
    const kind = shares[at % shares.length];
    const noise = noises[at % shares.length];
    if (!kind || !noise) continue;
    const p = level(chance);
    let favourable = 0;
    for (let child = 0; child < n; child += 1) if (chance.share() < p) favourable += 1;
    const { truth, found } = tryOnce(kind, { n, leaves, favourable }, { chance, noise });
    // Below the floor nothing is said.
    if (!found || found.base < 10) continue;
    const [value, low, high] = [found.value, found.low, found.high].map((share) => Math.round(1000 * share) / 10);
    const word = quantityOf(value ?? 0, { low: low ?? 0, high: high ?? 100 });
    const [least, most] = MEANS[word];
    said.all += 1;
    if (100 * truth >= least - 1e-9 && 100 * truth <= most + 1e-9) said.isTrue += 1;
    if (word === "between") said.between += 1;
  }
  return { isTrue: said.isTrue / said.all, between: said.between / said.all };
}
