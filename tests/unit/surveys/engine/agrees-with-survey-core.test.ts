/** The paper and its validator must say the same as survey-core, which is the authority on what an answer may be. */
import fc from "fast-check";
import { Model } from "survey-core";
import { describe, expect, it } from "vitest";
import { compilePaper } from "#surveys/engine/compile-paper";
import { compileValidator } from "#surveys/engine/compile-validator";
import type { Survey } from "#surveys/engine/load-survey";
import { formOf, loadSurvey } from "#surveys/engine/load-survey";
import type { AnswerValue, Answers } from "#surveys/paper/paper";
import { visibleItems } from "#surveys/paper/walk";

const VALUES = ["x", "y", "z"];
const text = (words: string) => ({ default: words, da: words, en: words });
const choice = (value: string) => ({
  value,
  text: text(value),
  picture: { kind: "thing", thing: "kite", alt: { da: "drage", en: "kite" } },
});

type Kind = "three-pictures" | "choose-pictures" | "text";

function element(kind: Kind, name: string, visibleIf: string | undefined) {
  const common = { name, title: text(name), itemType: kind, theme: "voice", visibleIf };
  if (kind === "text") return { ...common, type: "comment" };
  return {
    ...common,
    type: "imagepicker",
    choices: VALUES.map(choice),
    multiSelect: kind === "choose-pictures" ? true : undefined,
  };
}

const value = fc.constantFrom(...VALUES);

/** An expression on the items before the one at `index`. */
function expressionOn(kinds: readonly Kind[], index: number): fc.Arbitrary<string> {
  const leaf = fc.tuple(fc.nat(index - 1), value, fc.nat(3)).map(([item, choiceValue, form]) => {
    const name = `{item-${item}}`;
    if (kinds[item] === "text" || form > 1) return `${name} ${form % 2 ? "empty" : "notempty"}`;
    if (kinds[item] === "choose-pictures") return `${name} ${form ? "contains" : "notcontains"} '${choiceValue}'`;
    return `${name} ${form ? "=" : "!="} '${choiceValue}'`;
  });
  return fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      fc
        .tuple(tie("node"), fc.constantFrom("and", "or"), tie("node"))
        .map(([one, word, other]) => `(${one}) ${word} (${other})`),
      tie("node").map((one) => `!(${one})`),
    ),
  })).node;
}

const survey: fc.Arbitrary<Survey> = fc
  .array(fc.constantFrom<Kind>("three-pictures", "choose-pictures", "text"), { minLength: 2, maxLength: 6 })
  .chain((kinds) =>
    fc
      .tuple(
        ...kinds.map((_, index) =>
          index === 0 ? fc.constant(undefined) : fc.option(expressionOn(kinds, index), { nil: undefined }),
        ),
      )
      .map((conditions) => {
        const pages = kinds.map((kind, index) => ({
          name: `page-${index}`,
          elements: [element(kind, `item-${index}`, conditions[index])],
        }));
        return loadSurvey({
          slug: "random",
          version: 1,
          title: text("t"),
          about: { "6-9": { da: "a", en: "a" } },
          forms: { "6-9": { pages } },
        });
      }),
  );

function answerTo(kind: string): fc.Arbitrary<AnswerValue> {
  if (kind === "text") return fc.constantFrom("fordi", "0", "x", "Æbler og pærer");
  return kind === "choose-pictures" ? fc.uniqueArray(value, { minLength: 1, maxLength: 3 }) : value;
}

const filledIn = survey.chain((source) => {
  const { items } = compilePaper(source, "6-9", "da");
  const given = items.map((item) =>
    fc.option(answerTo(item.type), { nil: undefined }).map((one) => [item.name, one] as const),
  );
  return fc.tuple(
    fc.constant(source),
    fc.tuple(...given).map((pairs) => Object.fromEntries(pairs.filter(([, one]) => one !== undefined)) as Answers),
  );
});

/** What survey-core keeps when a child answers one visible question after the other. */
function askSurveyCore(source: Survey, answers: Answers): { visible: string[]; kept: Answers } {
  const model = new Model(formOf(source, "6-9"));
  model.clearInvisibleValues = "onHidden";
  for (const question of model.getAllQuestions()) {
    const answer = answers[question.name];
    if (question.isVisible && answer !== undefined) model.setValue(question.name, answer);
  }
  const visible = model
    .getAllQuestions()
    .filter((question) => question.isVisible)
    .map((question) => question.name);
  model.clearIncorrectValues(true);
  model.doComplete();
  return { visible, kept: model.data as Answers };
}

/** Several choices are the same whatever their order; ours is the form's. */
const unordered = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, Array.isArray(answer) ? answer.toSorted() : answer]),
  );

describe("a paper agrees with survey-core", () => {
  it("on which questions are visible and what is kept, for random surveys and answers", () => {
    fc.assert(
      fc.property(filledIn, ([source, answers]) => {
        const core = askSurveyCore(source, answers);
        expect(visibleItems(compilePaper(source, "6-9", "da"), answers).map((item) => item.name)).toEqual(core.visible);
        const verdict = compileValidator(source, "6-9")({ answers, nonAnswers: {} });
        expect(verdict.ok && unordered(verdict.answers)).toEqual(unordered(core.kept));
      }),
      { numRuns: 150 },
    );
  });

  it("that an unknown choice is no answer, for random surveys", () => {
    fc.assert(
      fc.property(filledIn, fc.nat(), ([source, answers], at) => {
        const pictured = compilePaper(source, "6-9", "da").items.filter((item) => item.type !== "text");
        fc.pre(pictured.length > 0);
        const item = pictured[at % pictured.length];
        const strange = item?.type === "choose-pictures" ? ["stranger"] : "stranger";
        const wrong = { ...answers, [item?.name ?? ""]: strange };
        expect(compileValidator(source, "6-9")({ answers: wrong, nonAnswers: {} }).ok).toBe(false);
        expect(Object.values(askSurveyCore(source, wrong).kept)).not.toContainEqual(strange);
      }),
      { numRuns: 100 },
    );
  });
});
