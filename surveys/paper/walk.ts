/**
 * A child's way through a paper, page by page, as a pure state machine. The server runs it for form posts without
 * JavaScript, the browser for everything else, so both always agree. A step that makes no sense leaves the walk as it was.
 */
import { changeAnswer } from "./change-answer";
import type { ItemStep } from "./change-answer";
import type { Answers, AnswerValue, Facts, NonAnswer, NonAnswers, Paper, PaperItem } from "./paper";
import { isShown, itemsOnPage } from "./pages";
import { metItems, visibleItems } from "./visible-items";

export { visibleItems } from "./visible-items";

export const STAGES = ["invited", "asking", "looking", "sent", "left"] as const;
export type Stage = (typeof STAGES)[number];

export interface Walk {
  readonly stage: Stage;
  /** 128 random bits as 32 hexadecimal digits, made on the device (or, without JavaScript, by the server). */
  readonly responseId: string;
  /** 32 random bits: in which order this child meets pictures (`arrange`). Never sent. */
  readonly seed: number;
  /** Index into all pages of the paper. */
  readonly pageIndex: number;
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
  /** On the page of a `two-step` question: the side that is chosen, and whether "a little or a lot?" is asked already. */
  readonly half?: Half;
}

/** `side` is a value of that side's choices. */
export interface Half {
  readonly item: string;
  readonly side: string;
  readonly isOpen: boolean;
}

export type Step =
  | { readonly do: "join" | "next" | "back" | "sent" | "leave" }
  | ItemStep
  | { readonly do: "side"; readonly item: string; readonly value: string }
  | { readonly do: "decline"; readonly item: string }
  | { readonly do: "not-understood"; readonly item: string }
  | { readonly do: "go-to"; readonly item: string };

export function startWalk(responseId: string, seed: number): Walk {
  return { stage: "invited", responseId, seed, pageIndex: 0, answers: {}, nonAnswers: {} };
}

/** What stands on the page where the child is: items, or the sentence of a rest. Undefined in other stages. */
export type CurrentPage =
  | {
      readonly items: readonly PaperItem[];
      /** Of these, the ones that may be answered already. */
      readonly open: readonly PaperItem[];
      readonly title?: string;
      readonly isPractice: boolean;
    }
  | { readonly rest: string };

export function currentPage(paper: Paper, walk: Walk, facts?: Facts): CurrentPage | undefined {
  const page = walk.stage === "asking" ? paper.pages[walk.pageIndex] : undefined;
  if (!page || "rest" in page) return page;
  const { visible, open } = metItems(paper, walk.answers, facts);
  const items = itemsOnPage(paper, page, visible);
  const openHere = items.filter((item) => open.includes(item));
  return { items, open: openHere, title: page.title, isPractice: items.some((item) => item.isPractice) };
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** The nearest page after (or before) an index that has something to show; -1 when there is none. */
function neighbour(paper: Paper, walk: Walk, facts: Facts | undefined, direction: 1 | -1, from = walk.pageIndex) {
  const visible = visibleItems(paper, walk.answers, facts);
  const shown = paper.pages.flatMap((page, index) => (isShown(paper, page, visible) ? [index] : []));
  const found = direction === 1 ? shown.find((index) => index > from) : shown.findLast((index) => index < from);
  return found ?? -1;
}

/** The same walk before a page's own steps. */
function withoutHalf(walk: Walk): Walk {
  return { ...walk, half: undefined };
}

function goOn(paper: Paper, { half, ...walk }: Walk, facts?: Facts): Walk {
  if (half && !half.isOpen) return { ...walk, half: { ...half, isOpen: true } };
  const index = neighbour(paper, walk, facts, 1);
  return index < 0
    ? { ...walk, pageIndex: Math.max(walk.pageIndex, 0), stage: "looking" }
    : { ...walk, pageIndex: index };
}

function goBack(paper: Paper, { half, ...walk }: Walk, facts?: Facts): Walk {
  if (half?.isOpen) return { ...walk, half: { ...half, isOpen: false } };
  const isLooking = walk.stage === "looking";
  const index = neighbour(paper, walk, facts, -1, isLooking ? paper.pages.length : walk.pageIndex);
  if (index >= 0) return { ...walk, stage: "asking", pageIndex: index };
  return isLooking ? walk : { ...walk, stage: "invited" };
}

/** An empty answer takes back an earlier one, and leaves a reason for not answering as it is. */
function withAnswer(walk: Walk, item: PaperItem, value: AnswerValue): Walk {
  if (value.length === 0) return { ...walk, answers: without(walk.answers, item.name) };
  return {
    ...walk,
    answers: { ...walk.answers, [item.name]: value },
    nonAnswers: without(walk.nonAnswers, item.name),
  };
}

/** The two choices of a `two-step` question that a value belongs to: its first two, or its last two. */
export function sideOf<Choice extends { readonly value: string }>(
  choices: readonly Choice[],
  value: string,
): readonly Choice[] {
  const sides = [choices.slice(0, 2), choices.slice(2)];
  return sides.find((side) => side.some((choice) => choice.value === value)) ?? [];
}

/** Another side takes back the answer that was given on the first one. */
function withSide(walk: Walk, item: PaperItem, value: string): Walk {
  const side = item.type === "two-step" ? sideOf(item.choices, value) : [];
  if (side.length === 0 || walk.half?.isOpen) return walk;
  const isKept = side.some((choice) => choice.value === walk.answers[item.name]);
  return {
    ...walk,
    answers: isKept ? walk.answers : without(walk.answers, item.name),
    nonAnswers: without(walk.nonAnswers, item.name),
    half: { item: item.name, side: value, isOpen: false },
  };
}

/** Alone on its page, the child goes on; beside others it stays, and the same reason once more is taken back. */
function setNonAnswer(paper: Paper, walk: Walk, item: PaperItem, reason: NonAnswer, facts?: Facts): Walk {
  const answers = without(walk.answers, item.name);
  const page = currentPage(paper, walk, facts);
  const isAlone = page !== undefined && "items" in page && page.items.length === 1;
  if (!isAlone && walk.nonAnswers[item.name] === reason)
    return { ...walk, answers, nonAnswers: without(walk.nonAnswers, item.name) };
  const next = { ...withoutHalf(walk), answers, nonAnswers: { ...walk.nonAnswers, [item.name]: reason } };
  return isAlone ? goOn(paper, next, facts) : next;
}

function takeItemStep(paper: Paper, walk: Walk, step: Extract<Step, { item: string }>, facts?: Facts): Walk {
  const item = paper.items.find(({ name }) => name === step.item);
  if (!item || !visibleItems(paper, walk.answers, facts).includes(item)) return walk;
  const index = paper.pages.findIndex((page) => "items" in page && page.items.includes(item.name));
  if (step.do === "go-to")
    return walk.stage === "asking" || walk.stage === "looking"
      ? { ...withoutHalf(walk), stage: "asking", pageIndex: index }
      : walk;
  if (walk.stage !== "asking" || index !== walk.pageIndex) return walk;
  if (step.do === "decline") return setNonAnswer(paper, walk, item, "declined", facts);
  if (step.do === "not-understood") return setNonAnswer(paper, walk, item, "not-understood", facts);
  if (!metItems(paper, walk.answers, facts).open.includes(item)) return walk;
  if (step.do === "side") return withSide(walk, item, step.value);
  const value = changeAnswer(item, walk.answers[item.name], step);
  return value === undefined ? walk : withAnswer(walk, item, value);
}

/** Total: any step on any walk gives a walk that lies within the paper. Leaving discards every answer. */
export function takeStep(paper: Paper, walk: Walk, step: Step, facts?: Facts): Walk {
  if ("item" in step) return takeItemStep(paper, walk, step, facts);
  switch (step.do) {
    case "leave":
      return walk.stage === "sent" ? walk : { ...startWalk(walk.responseId, walk.seed), stage: "left" };
    case "join":
      return walk.stage === "invited" ? goOn(paper, { ...walk, stage: "asking", pageIndex: -1 }, facts) : walk;
    case "next":
      return walk.stage === "asking" ? goOn(paper, walk, facts) : walk;
    case "back":
      return walk.stage === "asking" || walk.stage === "looking" ? goBack(paper, walk, facts) : walk;
    case "sent":
      return walk.stage === "looking" ? { ...walk, stage: "sent" } : walk;
    default:
      return walk;
  }
}

/** True when going on leaves no open question of the page behind: each has an answer, a reason, or a side to go into. */
export function isPageAnswered(paper: Paper, walk: Walk, facts?: Facts): boolean {
  const page = currentPage(paper, walk, facts);
  if (!page || "rest" in page) return true;
  const answered = [...Object.keys(walk.answers), ...Object.keys(walk.nonAnswers)];
  if (walk.half && !walk.half.isOpen) answered.push(walk.half.item);
  return page.open.every(({ name }) => answered.includes(name));
}

/** True of a walk that went past every question: there is nothing to send. */
export function isNothingAnswered(paper: Paper, walk: Walk, facts?: Facts): boolean {
  const { answers, nonAnswers } = answersToSend(paper, walk, facts);
  return Object.keys(answers).length === 0 && Object.keys(nonAnswers).length === 0;
}

/** What is sent: answers and reasons of items that are seen and may be answered, without what was only tried. */
export function answersToSend(paper: Paper, walk: Walk, facts?: Facts): Pick<Walk, "answers" | "nonAnswers"> {
  const names = (items: readonly PaperItem[]) =>
    new Set(items.filter((one) => !one.isPractice).map(({ name }) => name));
  const met = metItems(paper, walk.answers, facts);
  const open = names(met.open);
  const visible = names(met.visible);
  const keep = <T>(record: Readonly<Record<string, T>>, kept: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name)));
  const trimmed = (value: AnswerValue): AnswerValue => (typeof value === "string" ? value.trim() : value);
  const answers = Object.entries(keep(walk.answers, open)).map(([name, value]) => [name, trimmed(value)] as const);
  return { answers: Object.fromEntries(answers), nonAnswers: keep(walk.nonAnswers, visible) };
}
