/** Seeded chance: the same seed spoils the same things. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Chance {
  /** Whole, both ends included. */
  whole(from: number, to: number): number;
  isTrue(probability: number): boolean;
}

export function seededChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return {
    whole: (from, to) => uniformInt(generator, from, to),
    isTrue: (probability) => uniformFloat64(generator) < probability,
  };
}
