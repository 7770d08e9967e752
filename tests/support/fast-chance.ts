/**
 * Seeded chance for millions of draws (sfc32 of PractRand, C. Doty-Humphrey), and sums of the tables' noise by their law with
 * it: a table of the distribution instead of `drawNoise`. Tests alone; a chi-square ties the two.
 */
import type { NoiseLaw } from "../../surveys/results/noise-law";
import { sumLaw } from "../../surveys/results/noise-law";

const TWO_32 = 2 ** 32;

export interface FastChance {
  /** Uniform in [0, 1). */
  share(): number;
  /** Uniform whole number from 0 to `bound` − 1. */
  below(bound: number): number;
  /** Standard normal (Box and Muller, 1958). */
  normal(): number;
}

export function fastChance(seed: number): FastChance {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 1];
  const share = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / TWO_32;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) share();
  return {
    share,
    below: (bound) => Math.floor(share() * bound),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
  };
}

/** Draws the sum of so many noises. */
export function fastNoise(law: NoiseLaw, terms: number, chance: FastChance): () => number {
  const { reach, probabilities } = sumLaw(law, terms);
  const upTo = new Float64Array(probabilities.length);
  probabilities.reduce((sum, p, at) => (upTo[at] = sum + p), 0);
  const total = upTo[upTo.length - 1] ?? 1;
  return () => {
    const wanted = chance.share() * total;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low - reach;
  };
}
