/**
 * Every attack of tests/attacks at length: 10,000 tables by the functions of sealing, the odds of single outcomes, and how
 * often an attacker guesses right who knows less, or sees more rounds or questions (docs/privacy.md tells each).
 */
import { describe, expect, it } from "vitest";
import { drawSeed, isFullLength, scaled } from "@lyt-hoejt/embedded-store/faults/scaled";
import type { Attack, Kept } from "../attacks/attack";
import { fourErrors, knowingAll, rateOfHits, sealed, tryExact, tryNoisy, unprotected } from "../attacks/attack";
import { bestRate, rateAmong, rateOf } from "../attacks/bounds";
import { classAttacks } from "../attacks/class-attacks";
import { rowOf, strongest, votes } from "../attacks/evidence";
import { PULS_3, child, known, unknown, valueOf } from "../attacks/forms";
import { severalAttacks } from "../attacks/several-attacks";
import { noiseProbability } from "../../surveys/results/noise-law";
import { seededDraw } from "../support/seeded-draw";

const DRAWS = scaled(10_000);
const seed = drawSeed("attacks");
const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

describe.each([...classAttacks, ...severalAttacks])("$name", (attack) => {
  it("does no better than the law allows", () => {
    expect(rateOfHits(tryExact(attack, 500, seededDraw(seed)))).toBeGreaterThanOrEqual(0.98);
    const hits = rateOfHits(tryNoisy(attack, DRAWS, seededDraw(seed)));
    const best = strongest(attack);
    const most = bestRate(best.moved);
    const bestHits = rateOfHits(tryNoisy(best.attack, DRAWS, seededDraw(seed + 1)));
    say(
      `${attack.name}: ${percent(hits)} of at most ${percent(attack.most)}; by every count of the table ${percent(bestHits)} of ${percent(most)}`,
    );
    expect(hits).toBeLessThanOrEqual(attack.most + fourErrors(attack.most, DRAWS));
    expect(Math.abs(bestHits - most)).toBeLessThanOrEqual(fourErrors(most, DRAWS));
  });
});

/** How often each outcome of the first two counts of a question comes. */
function outcomes(keep: () => Kept): Map<string, number> {
  const seen = new Map<string, number>();
  for (let at = 0; at < DRAWS; at += 1) {
    const [first, second] = rowOf(keep(), "glad");
    const name = `${first} ${second}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return seen;
}

/** Outcomes seen often enough of which the log ratio under the two secrets is beyond the odds, up to four standard errors. */
function beyond(there: ReadonlyMap<string, number>, not: ReadonlyMap<string, number>, odds: number): string[] {
  return [...new Set([...there.keys(), ...not.keys()])].filter((name) => {
    const [one, other] = [there.get(name) ?? 0, not.get(name) ?? 0];
    if (Math.max(one, other) < 200) return false;
    // Half a case more on both sides: what was never seen has a ratio, too.
    const ratio = Math.abs(Math.log((one + 0.5) / (other + 0.5)));
    return ratio > odds + 4 * Math.sqrt(1 / (one + 0.5) + 1 / (other + 0.5));
  });
}

it.skipIf(!isFullLength)(
  "no outcome seen 200 times is more than e^2 as likely with one answer as with the other",
  () => {
    const attack = classAttacks.find(({ name }) => name === "all but one child known");
    if (!attack) throw new Error("The attack is gone.");
    const draw = seededDraw(seed);
    const of = (secret: boolean, keep: (round: ReturnType<Attack["children"]>[number]) => Kept) => {
      const [round] = attack.children(secret, draw);
      return outcomes(() => keep(round ?? { groups: [], answers: [] }));
    };
    const noisy = (secret: boolean) => of(secret, (round) => sealed(attack, round, draw));
    const exact = (secret: boolean) => of(secret, (round) => unprotected(attack, round));
    expect(beyond(exact(true), exact(false), 2)).not.toEqual([]);
    const [there, not] = [noisy(true), noisy(false)];
    const often = [...there.values()].filter((count) => count >= 200).length;
    const highest = Math.max(
      ...[...there]
        .filter(([name, count]) => count >= 200 && not.has(name))
        .map(([name, count]) => count / (not.get(name) ?? 1)),
    );
    say(
      `odds: ${often} outcomes seen 200 times, the highest ratio ${highest.toFixed(1)} of e^2 = ${Math.exp(2).toFixed(1)}`,
    );
    expect(often).toBeGreaterThan(5);
    expect(beyond(there, not, 2)).toEqual([]);
  },
);

const GLAD = "glad";
const KNOWN = 19;

/** By the question's own table, weighing what the unknown may have answered. */
function among(strangers: number): Attack {
  const odds = (secret: boolean, row: readonly number[]): number => {
    let sum = 0;
    let binomial = 0.5 ** strangers;
    for (let k = 0; k <= strangers; k += 1) {
      const yes = 12 + k + (secret ? 1 : 0);
      const no = KNOWN - 12 + strangers - k + (secret ? 0 : 1);
      const law = { s: 1000, t: 1000 };
      sum += binomial * noiseProbability(law, (row[0] ?? 0) - yes) * noiseProbability(law, (row[1] ?? 0) - no);
      binomial = (binomial * (strangers - k)) / (k + 1);
    }
    return sum;
  };
  return {
    name: `${strangers} unknown`,
    key: PULS_3,
    children: (secret, others) => [
      {
        groups: [{ id: "a", invited: 50 }],
        answers: [
          ...known(PULS_3, GLAD, KNOWN, 12),
          ...unknown(PULS_3, GLAD, strangers, others),
          child(PULS_3, { [GLAD]: valueOf(PULS_3, GLAD, secret ? 0 : -1) }),
        ],
      },
    ],
    evidence([table]) {
      const row = rowOf(table, GLAD);
      return Math.round(1e9 * Math.log(odds(true, row) / odds(false, row)));
    },
    most: rateAmong(strangers),
  };
}

/** The question's own table in several rounds of the same children. */
function rounds(count: number): Attack {
  return knowingAll({
    name: `${count} rounds`,
    key: PULS_3,
    children(secret) {
      const answers = [
        ...known(PULS_3, GLAD, KNOWN, 12),
        child(PULS_3, { [GLAD]: valueOf(PULS_3, GLAD, secret ? 0 : -1) }),
      ];
      return Array.from({ length: count }, () => ({ groups: [{ id: "a", invited: 50 }], answers }));
    },
    evidence: (tables) =>
      tables.reduce((sum, table) => {
        const [yes, no] = rowOf(table, GLAD);
        return sum + votes(yes, 13, 12) + votes(no, 7, 8);
      }, 0),
    most: rateOf(2 * count),
  });
}

/** A child who answers ten questions all one way: the form of eight, and two of them asked once more. */
const tenQuestions: Attack = knowingAll({
  name: "ten questions",
  key: PULS_3,
  children(secret) {
    const answers = [...known(PULS_3, GLAD, KNOWN, KNOWN), child(PULS_3, {}, { rest: secret ? 0 : 1 })];
    const round = { groups: [{ id: "a", invited: 50 }], answers };
    return [round, round];
  },
  evidence: (tables) =>
    tables.reduce(
      (sum, table, round) =>
        PULS_3.items.slice(0, round === 0 ? 8 : 2).reduce((votesOf, { name, choices }) => {
          const row = rowOf(table, name);
          const best = choices.findIndex(({ value }) => value === valueOf(PULS_3, name, 0));
          return votesOf + votes(row[best], KNOWN + 1, KNOWN) + votes(row[1 - best], 0, 1);
        }, sum),
      0,
    ),
  most: rateOf(20),
});

/** What docs/privacy.md says to everybody, in cases of a hundred. */
const TOLD: readonly (readonly [attack: Attack, told: number | undefined])[] = [
  [among(0), 73],
  [among(1), undefined],
  [among(2), undefined],
  [among(5), 64],
  [among(20), 58],
  [rounds(1), 73],
  [rounds(2), 82],
  [rounds(4), 91],
  [rounds(8), 97],
  [tenQuestions, 98],
];

it.each(TOLD)("an attacker guesses as often as is told: $name", (attack, told) => {
  const hits = rateOfHits(tryNoisy(attack, DRAWS, seededDraw(seed)));
  say(`${attack.name}: ${percent(hits)}, by the law ${percent(attack.most)}${told ? `, told ${told} %` : ""}`);
  expect(rateOfHits(tryExact(attack, 500, seededDraw(seed)))).toBeGreaterThan(attack.most - 0.1);
  expect(Math.abs(hits - attack.most)).toBeLessThanOrEqual(fourErrors(attack.most, DRAWS));
  // Told in whole cases, and never less than it is.
  if (told) expect(100 * attack.most).toBeLessThan(told + 0.5);
  if (told) expect(100 * attack.most).toBeGreaterThan(told - 1.5);
});

it("prints what no page tells in a number: by all tables of an answer, and among children who mostly answer alike", () => {
  const moved = [1000, 4000, 2000].flatMap((t) => [1, 1].map((by) => ({ by, law: { s: 1000, t } })));
  const [once, twice] = [bestRate(moved), bestRate([...moved, ...moved])];
  say(`question, spread and hardship together, all others known: ${percent(once)}, after two rounds ${percent(twice)}`);
  for (const share of [0.7, 0.8, 0.9])
    say(
      `where ${percent(share)} of the unknown answer one way: ${[1, 2, 5, 20].map((n) => `${n} unknown ${percent(rateAmong(n, share))}`).join(", ")}`,
    );
  // Somebody who knows more is never worse off, and none of it passes what the odds of e^3.5 allow.
  expect(once).toBeGreaterThan(rateOf(2));
  expect(once).toBeLessThan(1 / (1 + Math.exp(-3.5)));
  expect(rateAmong(5, 0.9)).toBeLessThan(rateOf(2));
});
