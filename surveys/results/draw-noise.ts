/**
 * Draws noise exactly: whole-number arithmetic alone, no logarithm of a rounded number, whose low bits would betray the
 * count beneath (Mironov 2012). Canonne, Kamath, Steinke (2020), "The discrete Gaussian for differential privacy",
 * algorithms 1 and 2.
 */
import type { NoiseLaw } from "./noise-law";

/** A fair whole number from 0 to `bound` − 1. From the operating system's source where answers are counted. */
export type DrawBelow = (bound: number) => number;

/** True with the odds `p`/`q`, whole numbers with 0 ≤ p ≤ q. */
const isDrawn = (p: number, q: number, draw: DrawBelow): boolean => draw(q) < p;

/** True with the odds e^(−p/q), for 0 ≤ p ≤ q. */
function isDrawnByExp(p: number, q: number, draw: DrawBelow): boolean {
  let k = 1;
  while (isDrawn(p, q * k, draw)) k += 1;
  return k % 2 === 1;
}

/** One noise of the law, from −∞ to ∞. */
export function drawNoise({ s, t }: NoiseLaw, draw: DrawBelow): number {
  for (;;) {
    const u = draw(t);
    if (!isDrawnByExp(u, t, draw)) continue;
    let v = 0;
    while (isDrawnByExp(1, 1, draw)) v += 1;
    const size = Math.floor((u + t * v) / s);
    const isNegative = draw(2) === 1;
    if (isNegative && size === 0) continue;
    return isNegative ? -size : size;
  }
}
