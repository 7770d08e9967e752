/** Whether a condition on earlier answers holds. The same function decides on the server and in the browser. */
import type { Answers, Condition, Facts } from "./paper";

export function holds(condition: Condition, answers: Answers, facts: Facts = {}): boolean {
  switch (condition.op) {
    case "and":
      return condition.of.every((part) => holds(part, answers, facts));
    case "or":
      return condition.of.some((part) => holds(part, answers, facts));
    case "not":
      return !holds(condition.of, answers, facts);
    case "fact":
      return facts[condition.fact] === condition.value;
    default:
      return holdsForItem(condition, answers[condition.item]);
  }
}

function holdsForItem(condition: Extract<Condition, { item: string }>, answer: Answers[string] | undefined): boolean {
  switch (condition.op) {
    case "answered":
      return answer !== undefined && answer.length > 0;
    case "equals":
      return answer === condition.value;
    case "contains":
      return Array.isArray(answer) && answer.includes(condition.value);
    case "at-least":
      return typeof answer === "string" && answer !== "" && Number(answer) >= condition.number;
    case "at-most":
      return typeof answer === "string" && answer !== "" && Number(answer) <= condition.number;
  }
}
