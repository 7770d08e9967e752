/** A source of whole numbers for the noise of tests: the same seed, the same noise. Never used where answers are sealed. */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { DrawBelow } from "../../surveys/results/draw-noise";

export function seededDraw(seed: number): DrawBelow {
  const generator = xoroshiro128plus(seed);
  return (bound) => uniformInt(generator, 0, bound - 1);
}
