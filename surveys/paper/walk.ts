/**
 * A child's way through a paper, as a pure state machine. The server runs it for form posts without JavaScript, the
 * browser for everything else, so both always agree. A step that makes no sense leaves the walk as it was.
 */
import type { Answers, AnswerValue, NonAnswer, NonAnswers, Paper, PaperItem } from "./paper";
import { visibleItems } from "./visible-items";

export { visibleItems } from "./visible-items";

export const STAGES = ["invited", "asking", "looking", "sent", "left"] as const;
export type Stage = (typeof STAGES)[number];

export interface Walk {
  readonly stage: Stage;
  /** 128 random bits as 32 hexadecimal digits, made on the device (or, without JavaScript, by the server). */
  readonly responseId: string;
  /** Index into all items of the paper. */
  readonly itemIndex: number;
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

export type Step =
  | { readonly do: "join" | "next" | "back" | "sent" | "leave" }
  | { readonly do: "choose" | "toggle"; readonly item: string; readonly value: string }
  | { readonly do: "choose-several"; readonly item: string; readonly values: readonly string[] }
  | { readonly do: "write"; readonly item: string; readonly text: string }
  | { readonly do: "decline" | "not-understood" | "go-to"; readonly item: string };

export function startWalk(responseId: string): Walk {
  return { stage: "invited", responseId, itemIndex: 0, answers: {}, nonAnswers: {} };
}

/** The item being asked; undefined in other stages. */
export function currentItem(paper: Paper, walk: Walk): PaperItem | undefined {
  return walk.stage === "asking" ? paper.items[walk.itemIndex] : undefined;
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
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

/** The nearest visible item after (or before) an index; -1 when there is none. */
function neighbour(paper: Paper, walk: Walk, direction: 1 | -1): number {
  const visible = visibleItems(paper, walk.answers).map((item) => paper.items.indexOf(item));
  const found =
    direction === 1
      ? visible.find((index) => index > walk.itemIndex)
      : visible.findLast((index) => index < walk.itemIndex);
  return found ?? -1;
}

function goOn(paper: Paper, walk: Walk): Walk {
  const index = neighbour(paper, walk, 1);
  return index < 0 ? { ...walk, stage: "looking" } : { ...walk, itemIndex: index };
}

function goBack(paper: Paper, walk: Walk): Walk {
  if (walk.stage === "looking") {
    const last = visibleItems(paper, walk.answers).at(-1);
    return last ? { ...walk, stage: "asking", itemIndex: paper.items.indexOf(last) } : walk;
  }
  const index = neighbour(paper, walk, -1);
  return index < 0 ? { ...walk, stage: "invited" } : { ...walk, itemIndex: index };
}

const single = (item: PaperItem) => item.type !== "text" && item.type !== "choose-pictures";
const known = (item: PaperItem, value: string) => item.choices.some((choice) => choice.value === value);

function several(item: PaperItem, values: readonly string[]): string[] {
  const chosen = item.choices.map((choice) => choice.value).filter((value) => values.includes(value));
  return chosen.slice(0, item.maxChoices ?? chosen.length);
}

function toggled(item: PaperItem, walk: Walk, value: string): Walk {
  const now = walk.answers[item.name];
  const chosen = Array.isArray(now) ? now : [];
  if (chosen.includes(value))
    return withAnswer(
      walk,
      item,
      chosen.filter((other) => other !== value),
    );
  return chosen.length >= (item.maxChoices ?? Infinity)
    ? walk
    : withAnswer(walk, item, several(item, [...chosen, value]));
}

function setNonAnswer(paper: Paper, walk: Walk, item: PaperItem, reason: NonAnswer): Walk {
  const next = {
    ...walk,
    answers: without(walk.answers, item.name),
    nonAnswers: { ...walk.nonAnswers, [item.name]: reason },
  };
  return goOn(paper, next);
}

function takeItemStep(paper: Paper, walk: Walk, step: Extract<Step, { item: string }>): Walk {
  const index = paper.items.findIndex((item) => item.name === step.item);
  const item = paper.items[index];
  if (!item || !visibleItems(paper, walk.answers).includes(item)) return walk;
  if (step.do === "go-to")
    return walk.stage === "asking" || walk.stage === "looking" ? { ...walk, stage: "asking", itemIndex: index } : walk;
  if (walk.stage !== "asking" || index !== walk.itemIndex) return walk;
  switch (step.do) {
    case "choose":
      return single(item) && known(item, step.value) ? withAnswer(walk, item, step.value) : walk;
    case "toggle":
      return item.type === "choose-pictures" && known(item, step.value) ? toggled(item, walk, step.value) : walk;
    case "choose-several":
      return item.type === "choose-pictures" ? withAnswer(walk, item, several(item, step.values)) : walk;
    case "write":
      return item.type === "text" ? withAnswer(walk, item, step.text.trim().slice(0, item.maxLength ?? 1000)) : walk;
    case "decline":
      return setNonAnswer(paper, walk, item, "declined");
    case "not-understood":
      return setNonAnswer(paper, walk, item, "not-understood");
    default:
      return walk;
  }
}

/** Total: any step on any walk gives a walk that lies within the paper. Leaving discards every answer. */
export function takeStep(paper: Paper, walk: Walk, step: Step): Walk {
  if ("item" in step) return takeItemStep(paper, walk, step);
  switch (step.do) {
    case "leave":
      return walk.stage === "sent" ? walk : { ...startWalk(walk.responseId), stage: "left" };
    case "join":
      return walk.stage === "invited" ? goOn(paper, { ...walk, stage: "asking", itemIndex: -1 }) : walk;
    case "next":
      return walk.stage === "asking" ? goOn(paper, walk) : walk;
    case "back":
      return walk.stage === "asking" || walk.stage === "looking" ? goBack(paper, walk) : walk;
    case "sent":
      return walk.stage === "looking" ? { ...walk, stage: "sent" } : walk;
    default:
      return walk;
  }
}

/** What is sent: answers of visible items only. */
export function answersToSend(paper: Paper, walk: Walk): Pick<Walk, "answers" | "nonAnswers"> {
  const visible = new Set(visibleItems(paper, walk.answers).map((item) => item.name));
  const keep = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => visible.has(name)));
  return { answers: keep(walk.answers), nonAnswers: keep(walk.nonAnswers) };
}
