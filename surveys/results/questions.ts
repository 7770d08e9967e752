/**
 * Which counts a form has: fixed by the survey's version, never by what was answered, so that a count of nobody gets
 * noise like any other.
 */
import type { AnswerValue, NonAnswer, Theme } from "../paper/paper";
import { isMade, isRanked } from "../paper/scale-kinds";
import type { ScoredItem, ScoringKey } from "../paper/scoring-key";

/** What stands after the choices of every question: said no, did not understand, no answer or not asked. */
export const WITHOUT_ANSWER = ["declined", "not-understood", "none"] as const;

/** One row of counts. A place of a map is a question of its own. */
export interface Question {
  /** The item's name, of a place with `/<place>` after it. */
  readonly id: string;
  readonly item: string;
  readonly place?: string;
  readonly theme: Theme;
  /** `several`: one child may be in many counts; counted for an institution only, never for a group. */
  readonly kind: "one" | "first" | "place" | "several";
  /** Values of the choices; of a place its stickers, and `without`. */
  readonly choices: readonly string[];
  /** The most counts in which one child can be. */
  readonly most: number;
}

/** The place was left alone on a map that was answered. */
export const WITHOUT_STICKER = "without";

function placesOf({ name: item, theme, choices, places = [] }: ScoredItem): Question[] {
  return places.map((place) => ({
    id: `${item}/${place.value}`,
    item,
    place: place.value,
    theme,
    kind: "place",
    choices: [...choices.map(({ value }) => value), WITHOUT_STICKER],
    most: 1,
  }));
}

function questionsOf(item: ScoredItem): Question[] {
  if (isMade(item.type)) return [];
  if (item.places) return placesOf(item);
  const { name, theme } = item;
  const choices = item.choices.map(({ value }) => value);
  const kind = isRanked(item.type) ? "first" : item.type === "choose-pictures" ? "several" : "one";
  return [{ id: name, item: name, theme, kind, choices, most: kind === "several" ? item.mostChosen : 1 }];
}

export const questionsIn = (key: ScoringKey): readonly Question[] => key.items.flatMap(questionsOf);

/** Counts of a question: a number for each choice, and for each way of having no answer. */
export const widthOf = ({ choices }: Question): number => choices.length + WITHOUT_ANSWER.length;

function chosen({ kind, place }: Question, answer: AnswerValue): readonly string[] {
  if (typeof answer === "string") return [answer];
  if (kind === "first") return answer.slice(0, 1);
  if (kind !== "place") return answer;
  const sticker = answer.find((one) => one.startsWith(`${place}=`))?.split("=")[1];
  return [sticker ?? WITHOUT_STICKER];
}

/** The places in the question's row that one child's answer counts in; at least one. */
export function countedIn(
  question: Question,
  answer: AnswerValue | undefined,
  reason: NonAnswer | undefined,
): number[] {
  const { choices } = question;
  const known = answer === undefined ? [] : chosen(question, answer).map((value) => choices.indexOf(value));
  const found = [...new Set(known.filter((at) => at >= 0))].slice(0, question.most);
  if (found.length > 0) return found;
  return [choices.length + WITHOUT_ANSWER.indexOf(reason ?? "none")];
}
