/** The paper and its validator must say the same as survey-core, which is the authority on what an answer may be. */
import fc from "fast-check";
import { Model } from "survey-core";
import { describe, expect, it } from "vitest";
import { compilePaper } from "#surveys/engine/compile-paper";
import { compileValidator } from "#surveys/engine/compile-validator";
import type { Survey } from "#surveys/engine/load-survey";
import { loadSurvey } from "#surveys/engine/load-survey";
import type { AnswerValue, Answers, Facts, Scale } from "#surveys/paper/paper";
import { fillIn } from "#surveys/paper/pipe";
import { metItems, visibleItems } from "#surveys/paper/visible-items";

const VALUES = ["x", "y", "z"];
const STEPS = ["0", "1", "2", "9", "10"];
const TOKENS = ["0", "1", "2", "3", "4", "5"];
const PLACES = ["yard", "hall"];
const KINDS = ["skole", "dagtilbud"];
const text = (words: string) => ({ default: words, da: words, en: words });
const choice = (value: string) => ({
  value,
  text: text(value),
  picture: { kind: "thing", thing: "kite", alt: { da: "drage", en: "kite" } },
});

/** Every scale but what is drawn, spoken and photographed, which has no answer yet that is kept. */
const KINDS_OF = {
  "two-pictures": { type: "imagepicker", values: ["x", "y"] },
  "two-step": { type: "imagepicker", values: ["w", ...VALUES] },
  "three-pictures": { type: "imagepicker", values: VALUES },
  faces: { type: "imagepicker", values: VALUES },
  again: { type: "imagepicker", values: VALUES },
  tokens: { type: "radiogroup", values: TOKENS },
  options: { type: "radiogroup", values: VALUES },
  ladder: { type: "radiogroup", values: STEPS },
  "choose-pictures": { type: "checkbox", values: VALUES },
  "rank-pictures": { type: "ranking", values: VALUES },
  pairs: { type: "imagepicker", values: ["x", "y"] },
  "place-map": { type: "placemap", values: ["x", "y"] },
  text: { type: "comment", values: VALUES },
} as const satisfies Partial<Record<Scale, { type: string; values: readonly string[] }>>;
type Kind = keyof typeof KINDS_OF;
// The keys of an object made of these names are these names; numbers bear the most conditions.
const SCALES = [...(Object.keys(KINDS_OF) as Kind[]), "ladder", "ladder", "tokens"] as const;
const valuesOf = (kind: Kind): readonly string[] => KINDS_OF[kind].values;
const isNumbered = (kind: Kind) => kind === "ladder" || kind === "tokens";
/** Only what is chosen is put into the words of later questions. */
const isPiped = (kind: Kind | undefined) => kind !== undefined && kind !== "text" && kind !== "place-map";

/** One question: in how many panels it stands, and the conditions of panels, question and enabling. */
interface Planned {
  readonly kind: Kind;
  readonly conditions: readonly (string | undefined)[];
  readonly enableIf: string | undefined;
}

function elementOf(
  { kind, conditions: [own, ...panels], enableIf }: Planned,
  index: number,
  all: readonly Planned[],
): object {
  const question = {
    name: `item-${index}`,
    type: KINDS_OF[kind].type,
    title: text(isPiped(all[index - 1]?.kind) ? `Du sagde {item-${index - 1}}. Hvorfor?` : `item-${index}`),
    itemType: kind,
    theme: "voice",
    ...(own && { visibleIf: own }),
    ...(enableIf && { enableIf }),
    ...(kind !== "text" && { choices: valuesOf(kind).map(choice) }),
    ...(kind === "place-map" && {
      places: PLACES.map((value, at) => ({ value, text: text(value), x: 20 + 40 * at, y: 40 })),
    }),
  };
  return panels.reduce<object>(
    (inner, visibleIf, depth) => ({
      type: "panel",
      name: `panel-${index}-${depth}`,
      ...(visibleIf && { visibleIf }),
      elements: [inner],
    }),
    question,
  );
}

function leafOn(kind: Kind, name: string): fc.Arbitrary<string> {
  const known = fc.constantFrom(...valuesOf(kind));
  const isAnswered = fc.constantFrom("empty", "notempty").map((word) => `${name} ${word}`);
  const list = fc.uniqueArray(known, { minLength: 1, maxLength: 2 }).map((all) => `['${all.join("','")}']`);
  const withWord = (...words: string[]) =>
    fc.tuple(fc.constantFrom(...words), known).map(([word, value]) => `${name} ${word} '${value}'`);
  const withList = (...words: string[]) =>
    fc.tuple(fc.constantFrom(...words), list).map(([word, all]) => `${name} ${word} ${all}`);
  if (kind === "text" || kind === "rank-pictures" || kind === "place-map") return isAnswered;
  if (kind === "choose-pictures")
    return fc.oneof(isAnswered, withWord("contains", "notcontains"), withList("anyof", "allof"));
  if (!isNumbered(kind)) return fc.oneof(isAnswered, withWord("=", "<>"), withList("anyof"));
  const bound = fc
    .tuple(fc.constantFrom(">", ">=", "<", "<="), fc.constantFrom(0, 1, 2, 3, 9, 10))
    .map(([word, number]) => `${name} ${word} ${number}`);
  return fc.oneof(isAnswered, withWord("=", "<>"), { arbitrary: bound, weight: 4 });
}

/** An expression on the items before the one at `index`, and on facts. */
function expressionOn(kinds: readonly Kind[], index: number): fc.Arbitrary<string> {
  const fact = fc
    .tuple(fc.constantFrom("=", "<>"), fc.constantFrom(...KINDS))
    .map(([word, kind]) => `{fact.kind} ${word} '${kind}'`);
  const leaves = kinds.slice(0, index).map((kind, at) => leafOn(kind, `{item-${at}}`));
  return fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.oneof(...leaves, fact),
      fc
        .tuple(tie("node"), fc.constantFrom("and", "or"), tie("node"))
        .map(([one, word, other]) => `(${one}) ${word} (${other})`),
      tie("node").map((one) => `!(${one})`),
    ),
  })).node;
}

const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

function plannedAt(kinds: readonly Kind[], kind: Kind, index: number): fc.Arbitrary<Planned> {
  const condition = expressionOn(kinds, index);
  return fc.record({
    kind: fc.constant(kind),
    conditions: fc.array(perhaps(condition), { minLength: 1, maxLength: 4 }),
    enableIf: fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, condition),
  });
}

interface Source {
  readonly written: unknown;
  readonly survey: Survey;
}

const source: fc.Arbitrary<Source> = fc
  .array(fc.constantFrom(...SCALES), { minLength: 2, maxLength: 6 })
  .chain((kinds) => fc.tuple(...kinds.map((kind, index) => plannedAt(kinds, kind, index))))
  .map((planned) => {
    const written = { pages: [{ name: "only", elements: planned.map(elementOf) }] };
    const survey = loadSurvey({
      slug: "random",
      version: 1,
      title: text("t"),
      about: { "6-9": { da: "a", en: "a" } },
      forms: { "6-9": written },
    });
    return { written, survey };
  });

function answerTo(kind: Kind): fc.Arbitrary<AnswerValue> {
  if (kind === "text") return fc.constantFrom("fordi", "0", "x", "Æbler og pærer");
  if (kind === "rank-pictures") return fc.shuffledSubarray(VALUES, { minLength: 3 });
  if (kind === "choose-pictures") return fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 });
  if (kind === "place-map")
    return fc
      .tuple(fc.subarray(PLACES, { minLength: 1 }), fc.constantFrom(...valuesOf(kind)))
      .map(([places, sticker]) => places.map((place) => `${place}=${sticker}`));
  return fc.constantFrom(...valuesOf(kind));
}

const filledIn = source.chain((one) => {
  const { items } = compilePaper(one.survey, "6-9", "da");
  // The scales of these surveys are among those drawn above.
  const given = items.map((item) => perhaps(answerTo(item.type as Kind)).map((value) => [item.name, value] as const));
  const answers = fc
    .tuple(...given)
    .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Answers);
  return fc.tuple(fc.constant(one), answers, fc.record({ kind: fc.constantFrom(...KINDS) }));
});

/** What survey-core keeps when a child answers one question after the other, those that are visible and enabled. */
function askSurveyCore({ written }: Source, answers: Answers, facts: Facts) {
  const model = new Model(written);
  model.clearInvisibleValues = "onHidden";
  model.setVariable("fact.kind", facts.kind);
  for (const question of model.getAllQuestions()) {
    const answer = answers[question.name];
    if (question.isVisible && question.isParentVisible && !question.isReadOnly && answer !== undefined)
      model.setValue(question.name, answer);
  }
  const visible = model.getAllQuestions().filter((question) => question.isVisible && question.isParentVisible);
  const open = visible.filter((question) => !question.isReadOnly);
  model.clearIncorrectValues(true);
  model.doComplete();
  const names = (questions: typeof visible) => questions.map((question) => question.name);
  const titles = new Map(visible.map((question) => [question.name, question.locTitle.renderedHtml]));
  return { visible: names(visible), open: names(open), kept: model.data as Answers, titles };
}

/** Several choices are the same whatever their order; ours is the form's. */
const unordered = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, Array.isArray(answer) ? answer.toSorted() : answer]),
  );

const PATIENCE = { timeout: 60_000 };

describe("a paper agrees with survey-core", () => {
  it("on which questions are visible and open and what is kept, for random surveys and answers", PATIENCE, () => {
    fc.assert(
      fc.property(filledIn, ([one, answers, facts]) => {
        const core = askSurveyCore(one, answers, facts);
        const met = metItems(compilePaper(one.survey, "6-9", "da"), answers, facts);
        expect(met.visible.map((item) => item.name)).toEqual(core.visible);
        expect(met.open.map((item) => item.name)).toEqual(core.open);
        const verdict = compileValidator(one.survey, "6-9")({ answers, nonAnswers: {}, facts });
        expect(verdict.ok && unordered(verdict.answers)).toEqual(unordered(core.kept));
      }),
      { numRuns: 100 },
    );
  });

  it("on the words that an earlier answer puts into a question, for random surveys and answers", PATIENCE, () => {
    fc.assert(
      fc.property(filledIn, ([one, answers, facts]) => {
        const paper = compilePaper(one.survey, "6-9", "da");
        const { kept, titles } = askSurveyCore(one, answers, facts);
        // Where nothing was answered ours leaves three dots, and survey-core nothing.
        const filled = paper.items.filter((item, at) => titles.has(item.name) && kept[`item-${at - 1}`] !== undefined);
        for (const item of filled) expect(fillIn(item.question, paper, kept, facts)).toBe(titles.get(item.name));
      }),
      { numRuns: 100 },
    );
  });

  it("that an unknown choice is no answer, for random surveys", PATIENCE, () => {
    fc.assert(
      fc.property(filledIn, fc.nat(), ([one, answers, facts], at) => {
        const { items } = compilePaper(one.survey, "6-9", "da");
        // What may be put on a map is known to us alone.
        const chosen = items.filter((item) => item.choices.length > 0 && item.type !== "place-map");
        fc.pre(chosen.length > 0);
        const item = chosen[at % chosen.length];
        const isList = item?.type === "choose-pictures" || item?.type === "rank-pictures";
        const strange = isList ? ["stranger"] : "stranger";
        const wrong = { ...answers, [item?.name ?? ""]: strange };
        expect(compileValidator(one.survey, "6-9")({ answers: wrong, nonAnswers: {}, facts }).ok).toBe(false);
        expect(Object.values(askSurveyCore(one, wrong, facts).kept)).not.toContainEqual(strange);
      }),
      { numRuns: 60 },
    );
  });

  it("that what is hidden is asked by nobody", PATIENCE, () => {
    fc.assert(
      fc.property(filledIn, ([one, answers, facts]) => {
        const paper = compilePaper(one.survey, "6-9", "da");
        const visible = new Set(visibleItems(paper, answers, facts).map((item) => item.name));
        const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => visible.has(name)));
        expect(visibleItems(paper, kept, facts)).toEqual(visibleItems(paper, answers, facts));
      }),
      { numRuns: 40 },
    );
  });
});
