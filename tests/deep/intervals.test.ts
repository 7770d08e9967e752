/** Intervals of the noise hold what the children answered, and the words made of them are true. */
import { describe, expect, it } from "vitest";
import { drawSeed, isFullLength, scaled } from "@lyt-hoejt/embedded-store/faults/scaled";
import type { FastChance } from "../support/fast-chance";
import { fastChance } from "../support/fast-chance";
import { KINDS, coverage, sayWords } from "../support/interval-trials";

const DRAWS = scaled(10_000);
const SHARES = Array.from({ length: 11 }, (_, at) => at / 10);
const seed = drawSeed("intervals");
const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => (100 * share).toFixed(1);
/** Four standard errors of what is measured: by less than these it may lie below 95 although it is 95. */
const errorOf = (draws: number) => 4 * Math.sqrt((0.95 * 0.05) / draws);
const slack = isFullLength ? 0 : errorOf(DRAWS);

const sizes = [10, 12, 24, 80].flatMap((n) => [1, 8].map((leaves) => ({ n, leaves })));

describe.each(KINDS)("$name", (kind) => {
  it.each(sizes)("of $n answers in $leaves leaves holds in 95 of 100", ({ n, leaves }) => {
    const chance = fastChance(seed + n + leaves);
    const found = SHARES.map((p) => coverage(kind, { n, leaves, p, draws: DRAWS }, chance));
    const [all, shown] = [0, 1].map((which) => found.map((one) => one[which] ?? NaN));
    const mean = (list: readonly number[] = []) => list.reduce((sum, one) => sum + one, 0) / list.length;
    say(
      `${kind.name}, ${n} answers, ${leaves} leaves: ${percent(mean(all))} % on average, least ${percent(Math.min(...(all ?? [])))} %; of those shown ${percent(mean(shown))} %, least ${percent(Math.min(...(shown ?? [])))} %`,
    );
    expect(mean(all)).toBeGreaterThanOrEqual(0.95 - errorOf(DRAWS * SHARES.length));
    expect(Math.min(...(all ?? []))).toBeGreaterThanOrEqual(0.93 - slack);
  });
});

const LEVELS: Readonly<Record<string, (chance: FastChance) => number>> = {
  "all levels alike": (chance) => chance.share(),
  // As children answer: most well, few badly.
  "levels as in life": (chance) => Math.min(0.98, Math.max(0.05, 0.72 + 0.16 * chance.normal())),
};

describe.each(Object.entries(LEVELS))("sentences, %s", (name, level) => {
  it.each([
    [12, 0.55],
    [24, 0.25],
    [80, 1],
    [320, 1],
  ])("of %i children are true", (n, mostBetween) => {
    const said = sayWords({ n, leaves: 1, institutions: DRAWS }, level, fastChance(seed + n));
    say(`sentences, ${name}, ${n} children: ${percent(said.isTrue)} % true, ${percent(said.between)} % "between"`);
    expect(said.isTrue).toBeGreaterThanOrEqual(0.98 - slack);
    expect(said.between).toBeLessThanOrEqual(mostBetween + slack);
  });
});
