/**
 * The variance of children's answers or scores from a table with noise, which may hold counts below 0. The noise would
 * draw a variance down, because the mean bends towards it; what it does on average is put back, and what it may still do
 * is told.
 */

export interface NoisyCounts {
  /** What each count's answer is worth, in the order of `counts`. */
  readonly values: readonly number[];
  /** Sums of the table's counts: not clamped, whole or not. */
  readonly counts: readonly number[];
  /** Of each count: the noise's own times the number of tables summed; 0 unless said. */
  readonly noiseVariance?: number;
  /** Among how many counts (these, declined, …) the known total was shared out, if it was: they then add up to it. */
  readonly sharedAmong?: number;
}

export interface NoisyRanges {
  /** Scores within 0-10, 10-20 … 90-100, a score on a border counted upwards and 100 in the last. */
  readonly counts: readonly number[];
  /** All that a score can be, each once, when they are few (0, 33⅓, 66⅔, 100); without it any number from 0 to 100. */
  readonly possibleScores?: readonly number[];
  readonly noiseVariance?: number;
  readonly sharedAmong?: number;
}

export interface EstimatedVariance {
  /** With n − 1, in the square of the values' unit, never below 0. */
  readonly variance: number;
  /** Standard deviation of that estimate by the table's noise alone. */
  readonly noiseError: number;
}

/** Below so many standard deviations of its own noise a total is no number to divide by. */
const SURE_TOTAL = 4;

/**
 * s² = (Σcx² − (Σcx)²/n) ÷ (n − 1) with n = Σc, less what the noise does to it on average by a Taylor series of the second
 * order, its error by the first (the delta method; Casella and Berger, *Statistical Inference*, 2002, 5.5.4). With x
 * measured from its mean, noise variance v, J counts and ρ = 1/`sharedAmong` or 0, there is put back
 * v·(Σx² − ρ(Σx)²) ÷ (n(n − 1)) + v·(1 − ρJ)·(Σx² − J·s²) ÷ (n − 1)². Null when n is at most 1, or less than four standard
 * deviations √(vJ(1 − ρJ)) of its own noise. RangeError for lists of two lengths.
 */
export function varianceFromCounts({ values, ...table }: NoisyCounts): EstimatedVariance | null {
  if (values.length !== table.counts.length) throw new RangeError("A count has no value, or a value no count.");
  return estimate(
    values.map((middle) => ({ middle, grouping: 0 })),
    table,
  );
}

/**
 * The variance of scores from 0 to 100 that are known in ten ranges. A range stands for its middle, and h²/12 is taken off
 * (Sheppard, W. F., 1898, Proceedings of the London Mathematical Society 29, 353-380). With `possibleScores` it stands for
 * the mean of those that it can hold, and (m² − 1)·d²/12 is taken off for m of them at a distance of d (the same correction
 * for what is not continuous: Craig, C. C., 1936, Annals of Mathematical Statistics 7, 55-61): nothing for one alone.
 */
export function varianceFromRanges({ possibleScores, ...table }: NoisyRanges): EstimatedVariance | null {
  const { length } = table.counts;
  return estimate(
    table.counts.map((_, at) => rangeOf(at, length, possibleScores)),
    table,
  );
}

interface Range {
  readonly middle: number;
  /** What grouping adds to the variance of the scores in it. */
  readonly grouping: number;
}

/** Adding scores up may lose this much: less than any two of them differ by. */
export const SCORE_ROUNDING = 1e-9;

/** In which of so many ranges from 0 to 100 a score lies: on a border in the upper one, and 100 in the last. */
export const rangeAt = (score: number, ranges: number): number =>
  Math.min(ranges - 1, Math.floor(((score + SCORE_ROUNDING) * ranges) / 100));

/** One that can hold none of the possible scores stands for its middle: somebody may have left an item out. */
function rangeOf(at: number, ranges: number, possibleScores: readonly number[] = []): Range {
  const width = 100 / ranges;
  const held = possibleScores.filter((score) => rangeAt(score, ranges) === at);
  const m = held.length;
  if (m === 0) return { middle: (at + 0.5) * width, grouping: width ** 2 / 12 };
  const distance = m === 1 ? 0 : (Math.max(...held) - Math.min(...held)) / (m - 1);
  return { middle: held.reduce((sum, score) => sum + score, 0) / m, grouping: ((m ** 2 - 1) * distance ** 2) / 12 };
}

type Table = Omit<NoisyCounts, "values">;

function estimate(ranges: readonly Range[], table: Table): EstimatedVariance | null {
  const { counts, noiseVariance = 0, sharedAmong = Infinity } = table;
  const J = counts.length;
  const n = sum(counts, (count) => count);
  if (n <= 1 || n < SURE_TOTAL * Math.sqrt(Math.max(0, noiseVariance * J * (1 - J / sharedAmong)))) return null;
  const mean = sum(ranges, ({ middle }, at) => (counts[at] ?? 0) * middle) / n;
  const raw = sum(ranges, ({ middle }, at) => (counts[at] ?? 0) * (middle - mean) ** 2) / (n - 1);
  const grouping = sum(ranges, (range, at) => (counts[at] ?? 0) * range.grouping) / n;
  const deviations = ranges.map(({ middle }) => middle - mean);
  const squares = sum(deviations, (x) => x * x);
  const ofTheMean = (squares - sum(deviations, (x) => x) ** 2 / sharedAmong) / (n * (n - 1));
  const ofTheTotal = ((1 - J / sharedAmong) * (squares - J * raw)) / (n - 1) ** 2;
  const slopes = ranges.map(
    (range, at) => ((deviations[at] ?? 0) ** 2 - raw) / (n - 1) - (range.grouping - grouping) / n,
  );
  const slope = sum(slopes, (x) => x * x) - sum(slopes, (x) => x) ** 2 / sharedAmong;
  return {
    variance: Math.max(0, raw + noiseVariance * (ofTheMean + ofTheTotal) - grouping),
    noiseError: Math.sqrt(Math.max(0, noiseVariance * slope)),
  };
}

function sum<T>(list: readonly T[], of: (one: T, at: number) => number): number {
  return list.reduce((total, one, at) => total + of(one, at), 0);
}
