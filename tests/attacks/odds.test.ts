/**
 * The odds that are promised, exactly and from the law: one child's answer to one question, changed to any other (declining,
 * not understanding and skipping included), moves the probability of no table by more than the stated factor.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerValue, NonAnswer } from "../../surveys/paper/paper";
import { isRanked } from "../../surveys/paper/scale-kinds";
import type { ScoredItem, ScoringKey } from "../../surveys/paper/scoring-key";
import type { GivenAnswers, UnitCounts } from "../../surveys/results/count-answers";
import { hardshipLaw, questionLaw, spreadLaw } from "../../surveys/results/draw-table";
import { noiseProbability } from "../../surveys/results/noise-law";
import { questionsIn } from "../../surveys/results/questions";
import { countRound } from "./attack";
import type { Moved } from "./bounds";
import { mostOdds } from "./bounds";
import { PULS_3, PULS_6, TRIVSEL_10, TRIVSEL_3, TRIVSEL_6, WITH_CONDITION, WITH_RANK } from "./forms";

type Said = AnswerValue | { readonly no: NonAnswer } | undefined;

const valuesOf = ({ choices }: ScoredItem): string[] => choices.map(({ value }) => value);

/** Anything a child can say to a question, and nothing. */
function saying(item: ScoredItem): fc.Arbitrary<Said> {
  const values = valuesOf(item);
  const none = fc.constantFrom<Said>(undefined, { no: "declined" }, { no: "not-understood" });
  const stickers = fc.array(fc.constantFrom(undefined, ...values), {
    minLength: item.places?.length ?? 0,
    maxLength: item.places?.length ?? 0,
  });
  const answer: fc.Arbitrary<Said> = item.places
    ? stickers.map((list) => list.flatMap((value, at) => (value ? [`${item.places?.[at]?.value ?? ""}=${value}`] : [])))
    : isRanked(item.type)
      ? fc.shuffledSubarray(values, { minLength: 1 })
      : item.type === "choose-pictures"
        ? fc.shuffledSubarray(values, { minLength: 1, maxLength: item.mostChosen })
        : fc.constantFrom(...values);
  return fc.oneof({ weight: 3, arbitrary: answer }, { weight: 2, arbitrary: none });
}

const paper = (key: ScoringKey): fc.Arbitrary<Said[]> => fc.tuple(...key.items.map(saying));

function givenBy(key: ScoringKey, said: readonly Said[]): GivenAnswers {
  const answers: Record<string, AnswerValue> = {};
  const nonAnswers: Record<string, NonAnswer> = {};
  key.items.forEach(({ name }, at) => {
    const one = said[at];
    if (one === undefined) return;
    if (typeof one === "object" && "no" in one) nonAnswers[name] = one.no;
    else answers[name] = one;
  });
  return { group: "a", answers, nonAnswers };
}

const countsOf = (key: ScoringKey, papers: readonly (readonly Said[])[]): UnitCounts =>
  countRound({ key }, { groups: [{ id: "a", invited: 5 }], answers: papers.map((said) => givenBy(key, said)) });

interface Difference {
  /** By question: what its own row of counts has moved by. */
  readonly questions: ReadonlyMap<string, readonly Moved[]>;
  readonly all: readonly Moved[];
}

/** Counts of two data sets side by side, each with the law its noise will be drawn by. */
function difference(key: ScoringKey, one: UnitCounts, other: UnitCounts): Difference {
  const moved = (a: readonly number[] = [], b: readonly number[] = [], law = questionLaw(1000)): Moved[] =>
    a.map((count, at) => ({ by: count - (b[at] ?? 0), law }));
  const questions = new Map(
    questionsIn(key).map(({ id, kind, most }) => {
      const row = (unit: UnitCounts) => (kind === "several" ? unit.several[id] : unit.leaves[0]?.counts[id]);
      return [id, moved(row(one), row(other), questionLaw(1000, most))] as const;
    }),
  );
  const spreads = Object.keys(one.spreads).flatMap((index) => {
    const name = index as keyof UnitCounts["spreads"];
    return moved(one.spreads[name], other.spreads[name], spreadLaw(1000));
  });
  const hardship = moved(one.hardship, other.hardship, hardshipLaw(1000));
  return { questions, all: [...[...questions.values()].flat(), ...spreads, ...hardship] };
}

const ROUNDING = 1e-9;
/** e^2 for the question's own table; e^3.5 with the spread (½) and the hardship count (1). */
const OWN = 2;
const ALL = 3.5;

const forms = { PULS_3, PULS_6, TRIVSEL_3, TRIVSEL_6, TRIVSEL_10, WITH_CONDITION, WITH_RANK };

describe.each(Object.entries(forms))("%s", (_, key) => {
  const neighbours = fc
    .record({
      papers: fc.array(paper(key), { minLength: 1, maxLength: 5 }),
      item: fc.nat({ max: key.items.length - 1 }),
    })
    .chain(({ papers, item }) => {
      const asked = key.items[item];
      return asked ? saying(asked).map((said) => ({ papers, item, said })) : fc.constant(undefined);
    })
    .filter((one) => one !== undefined);

  const pairOf = ({ papers, item, said }: { papers: Said[][]; item: number; said: Said }) => {
    const [first = [], ...others] = papers;
    const changed = first.map((one, at) => (at === item ? said : one));
    return difference(key, countsOf(key, papers), countsOf(key, [changed, ...others]));
  };

  it("one answer moves its own question by e^2 at most, and all tables together by e^3.5", () => {
    fc.assert(
      fc.property(neighbours, (pair) => {
        const { questions, all } = pairOf(pair);
        const asked = key.items[pair.item];
        for (const moved of questions.values()) expect(mostOdds(moved)).toBeLessThanOrEqual(OWN + ROUNDING);
        // Of a map the promise is per place.
        const places = asked?.places?.length ?? 1;
        expect(mostOdds(all)).toBeLessThanOrEqual((asked?.places ? OWN * places : ALL) + ROUNDING);
        // The other questions are as they were.
        for (const [id, moved] of questions)
          if (id !== asked?.name && !id.startsWith(`${asked?.name}/`)) expect(mostOdds(moved)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it("of no table that can be drawn are the odds higher than that, in one round or in two", () => {
    const noise = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 600, maxLength: 600 });
    fc.assert(
      fc.property(neighbours, noise, noise, (pair, first, second) => {
        const { all } = pairOf(pair);
        const ratio = (of: readonly number[]) =>
          all.reduce((sum, { by, law }, at) => {
            const k = of[at % of.length] ?? 0;
            return sum + Math.log(noiseProbability(law, k) / noiseProbability(law, k + by));
          }, 0);
        const [one, other] = [ratio(first), ratio(second)];
        expect(Math.abs(one)).toBeLessThanOrEqual(mostOdds(all) + 1e-6);
        expect(Math.abs(one + other)).toBeLessThanOrEqual(2 * mostOdds(all) + 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

it("reaches both bounds: the only answer of an index, which makes its theme hard or not", () => {
  const help = PULS_3.items.find(({ name }) => name === "help");
  const saying = (value: string | undefined) =>
    countsOf(PULS_3, [PULS_3.items.map((one): Said => (one === help ? value : { no: "declined" }))]);
  const [best, worst] = help ? valuesOf(help) : [];
  const { questions, all } = difference(PULS_3, saying(best), saying(worst));
  expect(mostOdds(questions.get("help") ?? [])).toBe(OWN);
  expect(mostOdds(all)).toBe(ALL);
});
