/** What a child's touch makes of the answer to an item: pure, and undefined where the touch makes no sense. */
import { answerKind, inFormOrder, mostCharacters, mostValues, readAnswer, readPlaced } from "./answer-value";
import type { AnswerValue, PaperItem } from "./paper";

/** `choose-several`: all that is chosen, or ranked, at once. `place`: a sticker on a place; once more takes it off. */
export type ItemStep =
  | { readonly do: "choose" | "toggle"; readonly item: string; readonly value: string }
  | { readonly do: "choose-several"; readonly item: string; readonly values: readonly string[] }
  | { readonly do: "place"; readonly item: string; readonly place: string; readonly sticker: string }
  | { readonly do: "more" | "less"; readonly item: string }
  | { readonly do: "write"; readonly item: string; readonly text: string };

const listOf = (now: AnswerValue | undefined): readonly string[] => (Array.isArray(now) ? now : []);

function several(item: PaperItem, values: readonly string[]): string[] {
  const known = [...new Set(values)].filter((value) => item.choices.some((choice) => choice.value === value));
  return inFormOrder(item, known).slice(0, mostValues(item));
}

function toggled(item: PaperItem, now: AnswerValue | undefined, value: string): AnswerValue | undefined {
  const chosen = listOf(now);
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  const isKnown = item.choices.some((choice) => choice.value === value);
  return isKnown && chosen.length < mostValues(item) ? inFormOrder(item, [...chosen, value]) : undefined;
}

function placed(item: PaperItem, now: AnswerValue | undefined, place: string, sticker: string) {
  const value = `${place}=${sticker}`;
  const others = listOf(now).filter((one) => !one.startsWith(`${place}=`));
  if (listOf(now).includes(value) || (sticker === "" && others.length < listOf(now).length)) return others;
  const mayBeAdded = readPlaced(item, value) !== undefined && others.length < mostValues(item);
  return mayBeAdded ? inFormOrder(item, [...others, value]) : undefined;
}

/** One step along the choices; the first press of `more` takes the first of them that is something. */
function moved(item: PaperItem, now: AnswerValue | undefined, by: 1 | -1): AnswerValue | undefined {
  const at = item.choices.findIndex((choice) => choice.value === now);
  return item.choices[at < 0 ? Math.max(by, 0) : at + by]?.value;
}

function written(item: PaperItem, text: string): AnswerValue {
  const kept = readAnswer(item, text) ?? readAnswer(item, text.slice(0, mostCharacters(item)));
  return kept ?? "";
}

/** The answer after a step: an empty one takes it back. */
export function changeAnswer(item: PaperItem, now: AnswerValue | undefined, step: ItemStep): AnswerValue | undefined {
  const kind = answerKind(item);
  switch (step.do) {
    case "choose":
      return kind === "one" ? readAnswer(item, step.value) : undefined;
    case "toggle":
      return kind === "several" || kind === "ranked" ? toggled(item, now, step.value) : undefined;
    case "choose-several":
      return kind === "several" || kind === "ranked" ? several(item, step.values) : undefined;
    case "place":
      return kind === "placed" ? placed(item, now, step.place, step.sticker) : undefined;
    case "more":
      return kind === "one" ? moved(item, now, 1) : undefined;
    case "less":
      return kind === "one" ? moved(item, now, -1) : undefined;
    case "write":
      return kind === "text" || kind === "drawing" ? written(item, step.text) : undefined;
    default:
      return undefined;
  }
}
