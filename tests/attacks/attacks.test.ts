/** Every attack wins against exact figures, and does no better than the law allows against what is kept. */
import { describe, expect, it } from "vitest";
import { seededDraw } from "../support/seeded-draw";
import { fourErrors, rateOfHits, tryExact, tryNoisy } from "./attack";
import { bestRate, mostOdds } from "./bounds";
import { classAttacks } from "./class-attacks";
import { strongest } from "./evidence";
import { severalAttacks } from "./several-attacks";

const DRAWS = 200;
const seed = Date.now() % 1_000_000;

describe.each([...classAttacks, ...severalAttacks])("$name", (attack) => {
  it("wins against exact counts", () => {
    expect(rateOfHits(tryExact(attack, DRAWS, seededDraw(seed))), `seed ${seed}`).toBeGreaterThanOrEqual(0.98);
  });

  it("guesses no more than the law allows from the tables that sealing keeps", () => {
    const tried = tryNoisy(attack, DRAWS, seededDraw(seed));
    expect(rateOfHits(tried), `seed ${seed}`).toBeLessThanOrEqual(attack.most + fourErrors(attack.most, DRAWS));
  });

  it("nor does somebody who knows everybody else's answers and weighs every count of the table", () => {
    const best = strongest(attack);
    const most = bestRate(best.moved);
    expect(rateOfHits(tryExact(best.attack, DRAWS, seededDraw(seed)))).toBe(1);
    expect(most).toBeGreaterThanOrEqual(attack.most - 1e-9);
    // No posterior beyond what the odds allow.
    expect(most).toBeLessThanOrEqual(1 / (1 + Math.exp(-mostOdds(best.moved))));
    const tried = tryNoisy(best.attack, DRAWS, seededDraw(seed));
    expect(rateOfHits(tried), `seed ${seed}`).toBeLessThanOrEqual(most + fourErrors(most, DRAWS));
  });
});
