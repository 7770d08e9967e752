/**
 * The items a child meets, given its answers, and those among them that it may answer already. The same function decides
 * in the browser and on the server. A condition asks only earlier items, and an answer that could not be given (to a
 * hidden item, or to one whose `enableIf` does not hold) and one that was only tried count for nothing.
 */
import { holds } from "./condition";
import type { Answers, AnswerValue, Facts, Paper, PaperItem } from "./paper";

export interface MetItems {
  readonly visible: readonly PaperItem[];
  /** Of the visible, those whose `enableIf` holds. */
  readonly open: readonly PaperItem[];
}

export function metItems(paper: Paper, answers: Answers, facts: Facts = {}): MetItems {
  const counted: Record<string, AnswerValue> = {};
  const visible: PaperItem[] = [];
  const open: PaperItem[] = [];
  for (const item of paper.items) {
    if (item.visibleIf && !holds(item.visibleIf, counted, facts)) continue;
    visible.push(item);
    if (item.enableIf && !holds(item.enableIf, counted, facts)) continue;
    open.push(item);
    const answer = Object.hasOwn(answers, item.name) ? answers[item.name] : undefined;
    if (answer !== undefined && !item.isPractice) counted[item.name] = answer;
  }
  return { visible, open };
}

export function visibleItems(paper: Paper, answers: Answers, facts: Facts = {}): PaperItem[] {
  return [...metItems(paper, answers, facts).visible];
}
