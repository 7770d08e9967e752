/** In short what tests/deep/intervals.test.ts does at length: intervals hold what children answered, words are true. */
import { describe, expect, it } from "vitest";
import { fastChance } from "../../../support/fast-chance";
import { KINDS, coverage, sayWords } from "../../../support/interval-trials";

const seed = Date.now() % 1_000_000;
const DRAWS = 300;
const SHARES = [0, 0.3, 0.5, 0.8, 1];

describe.each(KINDS)("$name", (kind) => {
  it.each([
    [12, 1],
    [80, 8],
  ])("of %i answers in %i leaves is within its interval in 95 of 100 draws", (n, leaves) => {
    const chance = fastChance(seed);
    const held = SHARES.map((p) => coverage(kind, { n, leaves, p, draws: DRAWS }, chance)[0]);
    const mean = held.reduce((sum, one) => sum + one, 0) / held.length;
    // Four standard errors below.
    expect(mean, `seed ${seed}`).toBeGreaterThan(0.95 - 4 * Math.sqrt(0.0475 / (DRAWS * SHARES.length)));
    expect(mean, `seed ${seed}`).toBeLessThan(0.99);
  });
});

it.each([12, 24, 80])("sentences about %i children are true, and say something", (n) => {
  const said = sayWords({ n, leaves: 1, institutions: 1000 }, (chance) => chance.share(), fastChance(seed));
  expect(said.isTrue, `seed ${seed}`).toBeGreaterThan(0.98);
  expect(said.between, `seed ${seed}`).toBeLessThan(n === 12 ? 0.55 : 0.25);
});
