/**
 * Decides on the server what an answer may be, without a survey-core model per answer (that gives 80 a second).
 * Unknown questions and choices, wrong types and operator objects are refused; answers to hidden questions and to those
 * not yet open are dropped. What is only for practice is unknown here.
 */
import { readAnswer } from "../paper/answer-value";
import type { FormName } from "../paper/form";
import { isNonAnswer } from "../paper/non-answer";
import type { AnswerValue, Answers, Facts, NonAnswers, Paper, PaperItem } from "../paper/paper";
import { isRanked } from "../paper/scale-kinds";
import { metItems } from "../paper/visible-items";
import { compilePaper } from "./compile-paper";
import type { Survey } from "./load-survey";

type Verdict =
  | { readonly ok: true; readonly answers: Answers; readonly nonAnswers: NonAnswers }
  | { readonly ok: false; readonly reason: string };

/**
 * Takes what came over the wire, and the facts as the server knows them. `reason` names the item and never repeats what
 * was sent.
 */
export type Validator = (input: {
  readonly answers: unknown;
  readonly nonAnswers: unknown;
  readonly facts?: Facts;
}) => Verdict;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const refuse = (reason: string): Verdict => ({ ok: false, reason });

/** In the order of the form: the order in which a child answered or changed its mind is nobody's business. */
function inOrder<T>(from: Readonly<Record<string, T>>, items: readonly PaperItem[]): Record<string, T> {
  const kept: Record<string, T> = {};
  for (const { name } of items) {
    const value = Object.hasOwn(from, name) ? from[name] : undefined;
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

function valuesOf({ choices, places }: PaperItem): string[] {
  const values = choices.map(({ value }) => value);
  return places ? places.flatMap((place) => values.map((value) => `${place.value}=${value}`)) : values;
}

/** Of several choices and places too: as the form lists them, not as they were touched. A ranking keeps its order. */
function inChoiceOrder(answers: Answers, items: readonly PaperItem[]): Answers {
  const several = items.filter(({ name, type }) => Array.isArray(answers[name]) && !isRanked(type));
  const sorted = several.map((item): [string, AnswerValue] => {
    const chosen = answers[item.name] ?? [];
    return [item.name, valuesOf(item).filter((value) => chosen.includes(value))];
  });
  return sorted.length === 0 ? answers : { ...answers, ...Object.fromEntries(sorted) };
}

type Sent = Readonly<Record<string, unknown>>;

type Asked = ReadonlyMap<string, PaperItem>;

function faultInAnswers(answers: Sent, asked: Asked): string | undefined {
  for (const name of Object.keys(answers)) {
    const item = asked.get(name);
    if (!item) return "there is an answer to an unknown question";
    if (readAnswer(item, answers[name]) === undefined) return `the answer to "${name}" is not one of its answers`;
  }
  return undefined;
}

function faultInReasons(reasons: Sent, answers: Sent, asked: Asked): string | undefined {
  for (const name of Object.keys(reasons)) {
    if (!asked.has(name)) return "there is a reason at an unknown question";
    if (!isNonAnswer(reasons[name])) return `the reason at "${name}" is unknown`;
    if (Object.hasOwn(answers, name)) return `"${name}" is both answered and not answered`;
  }
  return undefined;
}

export const compileValidator = (survey: Survey, form: FormName): Validator =>
  validatorOf(compilePaper(survey, form, "da"));

export function validatorOf(paper: Paper): Validator {
  const asked = paper.items.filter(({ isPractice }) => !isPractice);
  const byName = new Map(asked.map((item) => [item.name, item]));
  const hasConditions = asked.some((item) => item.visibleIf ?? item.enableIf);

  return ({ answers: sent, nonAnswers: sentReasons, facts }) => {
    if (!isPlainObject(sent) || !isPlainObject(sentReasons))
      return refuse("answers and nonAnswers are two plain objects");
    const fault = faultInAnswers(sent, byName) ?? faultInReasons(sentReasons, sent, byName);
    if (fault !== undefined) return refuse(fault);
    // Every value has just passed the check of its item.
    const answers = sent as Answers;
    const nonAnswers = sentReasons as NonAnswers;
    const { visible, open } = hasConditions ? metItems(paper, answers, facts) : { visible: asked, open: asked };
    return {
      ok: true,
      answers: inChoiceOrder(inOrder(answers, open), open),
      nonAnswers: inOrder(nonAnswers, visible),
    };
  };
}
