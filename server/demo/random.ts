/** Seeded chance: the same seed gives the same municipality. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Chance {
  /** Uniform in [0, 1). */
  share(): number;
  /** Whole, both ends included. */
  whole(from: number, to: number): number;
  /** Standard normal (Box and Muller, 1958). */
  normal(): number;
  isTrue(probability: number): boolean;
}

export function seededChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const share = () => uniformFloat64(generator);
  return {
    share,
    whole: (from, to) => uniformInt(generator, from, to),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    isTrue: (probability) => share() < probability,
  };
}
