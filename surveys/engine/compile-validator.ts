/**
 * Decides on the server what an answer may be, without a survey-core model per answer (that gives 80 a second).
 * Unknown questions and choices, wrong types and operator objects are refused; answers to hidden questions dropped.
 */
import type { FormName } from "../paper/form";
import { isNonAnswer } from "../paper/non-answer";
import type { AnswerValue, Answers, NonAnswers, PaperItem } from "../paper/paper";
import { visibleItems } from "../paper/walk";
import { compilePaper } from "./compile-paper";
import type { Survey } from "./load-survey";

export type Verdict =
  | { readonly ok: true; readonly answers: Answers; readonly nonAnswers: NonAnswers }
  | { readonly ok: false; readonly reason: string };

/** Takes what came over the wire. `reason` names the item and never repeats what was sent. */
export type Validator = (input: { readonly answers: unknown; readonly nonAnswers: unknown }) => Verdict;

type Check = (value: unknown) => value is AnswerValue;

function compileCheck(item: PaperItem): Check {
  const known = new Set(item.choices.map((choice) => choice.value));
  const isKnown = (value: unknown) => typeof value === "string" && known.has(value);
  const maxLength = item.maxLength ?? 0;
  const maxChoices = item.maxChoices ?? 0;
  if (item.type === "text") {
    return (value): value is AnswerValue =>
      typeof value === "string" && value.trim().length > 0 && value.length <= maxLength;
  }
  if (item.type !== "choose-pictures") return (value): value is AnswerValue => isKnown(value);
  return (value): value is AnswerValue =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= maxChoices &&
    value.every(isKnown) &&
    new Set(value).size === value.length;
}

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

/** Of several choices too: as the form lists them, not as they were touched. */
function inChoiceOrder(answers: Answers, items: readonly PaperItem[]): Answers {
  const several = items.filter(({ name }) => Array.isArray(answers[name]));
  const sorted = several.map(({ name, choices }): [string, AnswerValue] => {
    const chosen = answers[name] ?? [];
    return [name, choices.map(({ value }) => value).filter((value) => chosen.includes(value))];
  });
  return sorted.length === 0 ? answers : { ...answers, ...Object.fromEntries(sorted) };
}

type Sent = Readonly<Record<string, unknown>>;

function faultInAnswers(answers: Sent, checks: ReadonlyMap<string, Check>): string | undefined {
  for (const name of Object.keys(answers)) {
    const check = checks.get(name);
    if (!check) return "there is an answer to an unknown question";
    if (!check(answers[name])) return `the answer to "${name}" is not one of its answers`;
  }
  return undefined;
}

function faultInReasons(reasons: Sent, answers: Sent, checks: ReadonlyMap<string, Check>): string | undefined {
  for (const name of Object.keys(reasons)) {
    if (!checks.has(name)) return "there is a reason at an unknown question";
    if (!isNonAnswer(reasons[name])) return `the reason at "${name}" is unknown`;
    if (Object.hasOwn(answers, name)) return `"${name}" is both answered and not answered`;
  }
  return undefined;
}

export function compileValidator(survey: Survey, form: FormName): Validator {
  const paper = compilePaper(survey, form, "da");
  const checks = new Map(paper.items.map((item) => [item.name, compileCheck(item)]));
  const hasConditions = paper.items.some((item) => item.visibleIf);

  return ({ answers: sent, nonAnswers: sentReasons }) => {
    if (!isPlainObject(sent) || !isPlainObject(sentReasons))
      return refuse("answers and nonAnswers are two plain objects");
    const fault = faultInAnswers(sent, checks) ?? faultInReasons(sentReasons, sent, checks);
    if (fault !== undefined) return refuse(fault);
    // Every value has just passed the check of its item.
    const answers = sent as Answers;
    const nonAnswers = sentReasons as NonAnswers;
    const visible = hasConditions ? visibleItems(paper, answers) : paper.items;
    return {
      ok: true,
      answers: inChoiceOrder(inOrder(answers, visible), visible),
      nonAnswers: inOrder(nonAnswers, visible),
    };
  };
}
