/** Whether a condition on earlier answers holds. The same function decides on the server and in the browser. */
import type { Answers, Condition } from "./paper";

export function holds(condition: Condition, answers: Answers): boolean {
  switch (condition.op) {
    case "and":
      return condition.of.every((part) => holds(part, answers));
    case "or":
      return condition.of.some((part) => holds(part, answers));
    case "not":
      return !holds(condition.of, answers);
    default:
      return holdsForItem(condition, answers[condition.item]);
  }
}

function holdsForItem(condition: Extract<Condition, { item: string }>, answer: Answers[string] | undefined): boolean {
  if (condition.op === "answered") return answer !== undefined && answer.length > 0;
  if (condition.op === "equals") return answer === condition.value;
  return Array.isArray(answer) && answer.includes(condition.value);
}
