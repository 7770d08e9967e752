/** The score of an index: the mean of its items' scores, each computed from sums of counts, with what noise does to it. */
import type { Summed } from "./estimate";
import { estimate, weightsOfNoise } from "./estimate";
import type { Estimated } from "./noise-interval";
import { estimateMean } from "./noise-interval";
import { fourthOf, grouped, quantileByCumulants, varianceOf } from "./noise-quantile";

export interface ScoredQuestion {
  readonly summed: Summed;
  /** What its choices are worth, 0 to 100 (`score-values.ts`). */
  readonly values: readonly number[];
}

export interface IndexEstimate extends Estimated {
  /** The part of the score's variance that the noise has made, in points squared. */
  readonly noiseVariance: number;
}

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

/** Noise in `sum − p·base` at the estimated score p, divided by the base: what the score moves by, to the first order. */
function noiseOf({ summed, values }: ScoredQuestion, { value, base }: Estimated) {
  const weights = estimate(summed).map((_, at) => (at < values.length ? ((values[at] ?? 0) - value) / base : 0));
  const noise = grouped(weightsOfNoise(weights), summed.leaves);
  return { variance: varianceOf(noise, summed.law), fourth: fourthOf(noise, summed.law) };
}

/** `least` is the fewest answers of an item that count; undefined when fewer than half of the items have them (half rule). */
export function estimateIndex(questions: readonly ScoredQuestion[], least: number): IndexEstimate | undefined {
  const known = questions.flatMap((question) => {
    const estimated = estimateMean(question.summed, { values: question.values, most: 100 });
    return estimated && estimated.base >= least ? [{ estimated, noise: noiseOf(question, estimated) }] : [];
  });
  if (known.length === 0 || known.length * 2 < questions.length) return undefined;
  const value = mean(known.map(({ estimated }) => estimated.value));
  const parts = known.length;
  const noiseVariance = mean(known.map(({ noise }) => noise.variance)) / parts;
  const fourth = mean(known.map(({ noise }) => noise.fourth)) / parts ** 3;
  const half = quantileByCumulants(noiseVariance, fourth);
  return {
    value,
    base: mean(known.map(({ estimated }) => estimated.base)),
    low: Math.max(0, value - half),
    high: Math.min(100, value + half),
    noiseVariance,
  };
}
