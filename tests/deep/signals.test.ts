/**
 * What is said of changes, in 2,000 drawn municipalities of 120 institutions and 8 indices: how often something is said where
 * nothing happened, and how often nothing where something did.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { drawSeed, isFullLength, scaled } from "@lyt-hoejt/embedded-store/faults/scaled";
import { compareRounds } from "../../surveys/results/compare-rounds";
import { questionLaw } from "../../surveys/results/draw-table";
import { drawNoise } from "../../surveys/results/draw-noise";
import { estimateIndex } from "../../surveys/results/index-score";
import { noiseProbability, sumLaw } from "../../surveys/results/noise-law";
import { SCATTER_MADE } from "../support/drawn-children";
import type { DrawnPair, Plan } from "../support/drawn-municipality";
import { VALUES, drawMunicipality, quickIndex } from "../support/drawn-municipality";
import type { FastChance } from "../support/fast-chance";
import { fastChance, fastNoise } from "../support/fast-chance";

const MUNICIPALITIES = scaled(2000);
const INSTITUTIONS = 120;
const INDICES = 8;
const seed = drawSeed("signals");
const say = (line: string) => process.stdout.write(`${line}\n`);

/** From 20 to 400, as many between 20 and 40 as between 200 and 400. */
const mixed = (chance: FastChance) => Math.round(20 * Math.exp(chance.share() * Math.log(20)));
const sizes = { "20": () => 20, "60": () => 60, "160": () => 160, "20-400": mixed } as const;

interface Result {
  /** Percent. */
  readonly roundsWithFalse: number;
  readonly institutionsWithMaybe: number;
  readonly found: number;
}

interface Counted {
  falseRounds: number;
  maybes: number;
  fallen: number;
  found: number;
}

function count(pairs: readonly DrawnPair[], counted: Counted): void {
  const falls = new Map(pairs.map(({ comparison, fall }) => [comparison, fall]));
  const { compared } = compareRounds(pairs.map(({ comparison }) => comparison));
  const maybes = new Set<string>();
  let isFalse = false;
  for (const { comparison, change } of compared) {
    if (change === "cannot-tell") continue;
    const hasFallen = (falls.get(comparison) ?? 0) > 0;
    if (change.certainty === "maybe" && !hasFallen) maybes.add(comparison.institution);
    if (change.certainty !== "fairly-certain") continue;
    if (!hasFallen) isFalse = true;
    else if (change.direction === "down") counted.found += 1;
  }
  if (isFalse) counted.falseRounds += 1;
  counted.maybes += maybes.size;
  counted.fallen += pairs.filter(({ fall }) => fall > 0).length;
}

function simulate(plan: Pick<Plan, "leaf" | "drift" | "fall"> & { readonly size: keyof typeof sizes }): Result {
  const chance = fastChance(seed);
  const counted: Counted = { falseRounds: 0, maybes: 0, fallen: 0, found: 0 };
  for (let at = 0; at < MUNICIPALITIES; at += 1)
    count(
      drawMunicipality({ ...plan, institutions: INSTITUTIONS, indices: INDICES, size: sizes[plan.size] }, chance),
      counted,
    );
  return {
    roundsWithFalse: (100 * counted.falseRounds) / MUNICIPALITIES,
    institutionsWithMaybe: (100 * counted.maybes) / MUNICIPALITIES / INSTITUTIONS,
    found: (100 * counted.found) / Math.max(1, counted.fallen),
  };
}

const none = () => 0;
const aTenth = (by: number) => (_: number, chance: FastChance) => (chance.share() < 0.1 ? by : 0);
const aLoneOne = (by: number) => (pair: number) => (pair === 0 ? by : 0);
/** Four standard errors of a share of the municipalities, in percent; none at full length, where the bars hold as they are. */
const slack = isFullLength ? 0 : 400 * Math.sqrt(0.25 / MUNICIPALITIES);

describe("without a change", () => {
  const scenes = ([20, "institution"] as const).flatMap((leaf) =>
    (["20", "160", "20-400"] as const).flatMap((size) => [0, 2, 3].map((drift) => ({ leaf, size, drift }))),
  );
  // Of twenty children the institution is the group.
  it.each(scenes.filter(({ leaf, size }) => leaf === 20 || size !== "20"))(
    "of $size answers, counted by $leaf, drifting by $drift",
    (scene) => {
      const { roundsWithFalse, institutionsWithMaybe } = simulate({ ...scene, fall: none });
      say(
        `no change, ${scene.size} answers, leaves of ${scene.leaf}, drift ${scene.drift}: ${roundsWithFalse.toFixed(1)} % of rounds with a false "fairly certain", ${institutionsWithMaybe.toFixed(1)} % of institutions with a false "maybe"`,
      );
      expect(roundsWithFalse).toBeLessThanOrEqual(12 + slack);
      expect(institutionsWithMaybe).toBeLessThanOrEqual(18 + slack);
    },
  );
});

describe("where a tenth falls", () => {
  it.each([
    { leaf: 20, size: "160", fall: 12, drift: 0, least: 75 },
    { leaf: "institution", size: "160", fall: 12, drift: 0, least: 85 },
    { leaf: 20, size: "60", fall: 20, drift: 0, least: 80 },
    { leaf: "institution", size: "60", fall: 20, drift: 0, least: 80 },
    { leaf: 20, size: "160", fall: 12, drift: 2, least: 0 },
    { leaf: "institution", size: "160", fall: 12, drift: 2, least: 0 },
  ] as const)(
    "by $fall points, of $size answers, counted by $leaf, drifting by $drift",
    ({ fall, least, ...scene }) => {
      const { found } = simulate({ ...scene, fall: aTenth(fall) });
      say(
        `a tenth falls by ${fall}, ${scene.size} answers, leaves of ${scene.leaf}, drift ${scene.drift}: ${found.toFixed(1)} % found`,
      );
      expect(found).toBeGreaterThanOrEqual(least - slack);
    },
  );

  it.each([20, "institution"] as const)("and one alone by 12 points, of 160 answers, counted by %s", (leaf) => {
    const { found } = simulate({ leaf, size: "160", drift: 0, fall: aLoneOne(12) });
    say(`one lone fall of 12, 160 answers, leaves of ${leaf}: ${found.toFixed(1)} % found`);
    expect(found).toBeGreaterThan(0);
  });
});

describe("the drawing itself", () => {
  let chance: FastChance;
  beforeAll(() => {
    chance = fastChance(seed);
  });

  it("has children whose scores scatter by 22.7 points", () => expect(Math.abs(SCATTER_MADE - 22.7)).toBeLessThan(0.1));

  it("makes of noisy counts what a release makes of them", () => {
    const law = questionLaw(1000);
    const noise = fastNoise(law, 8, chance);
    for (let time = 0; time < 500; time += 1) {
      const participants = 80 + chance.below(200);
      const rows = Array.from({ length: 4 }, () =>
        Array.from({ length: 8 }, (_, at) => (at < 5 ? Math.floor(participants / 5) : 0) + noise()),
      );
      const quick = quickIndex(rows, participants, 8);
      const own = estimateIndex(
        rows.map((counts) => ({ summed: { counts, participants, leaves: 8, law }, values: VALUES })),
        10,
      );
      expect(quick?.mean).toBeCloseTo(own?.value ?? NaN, 8);
      expect(quick?.n).toBeCloseTo(own?.base ?? NaN, 8);
      expect((quick?.noiseVariance ?? NaN) / (own?.noiseVariance ?? NaN)).toBeCloseTo(1, 6);
    }
  });

  it.each([1, 8])("draws the noise of %i leaves as sealing does (chi-square over 200,000 draws of each)", (terms) => {
    const law = questionLaw(1000);
    const fast = fastNoise(law, terms, chance);
    const below = (bound: number) => chance.below(bound);
    const slow = () => Array.from({ length: terms }, () => drawNoise(law, below)).reduce((sum, one) => sum + one, 0);
    const draws = 200_000 / terms;
    const whole = sumLaw(law, terms);
    for (const draw of [fast, slow]) {
      const seen = new Map<number, number>();
      for (let at = 0; at < draws; at += 1) {
        const noise = draw();
        seen.set(noise, (seen.get(noise) ?? 0) + 1);
      }
      const expected = (k: number) => draws * (whole.probabilities[k + whole.reach] ?? 0);
      if (terms === 1) expect(expected(1)).toBeCloseTo(draws * noiseProbability(law, 1), 0);
      const values = Array.from({ length: 81 }, (_, at) => at - 40).filter((k) => expected(k) >= 8);
      const chi = values.reduce((sum, k) => sum + ((seen.get(k) ?? 0) - expected(k)) ** 2 / expected(k), 0);
      expect(chi, `seed ${seed}`).toBeLessThan(values.length + 5 * Math.sqrt(2 * values.length) + 10);
    }
  });
});
