/** What an answer to one item may be, by its scale; made once a version, asked for every answer that comes. */
import type { AnswerValue, PaperItem } from "../paper/paper";

export type Check = (value: unknown) => value is AnswerValue;

const isText = (value: unknown): value is string => typeof value === "string";

/** A non-empty list without repetition, as long as allowed, of what `isMember` knows. */
function isList(value: unknown, most: number, isMember: (one: unknown) => boolean): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= most &&
    value.every(isMember) &&
    new Set(value).size === value.length
  );
}

/** Strokes as SVG path commands: moves and lines to whole numbers, nothing else. One pass, no going back. */
const STROKES = /^M\d{1,4} \d{1,4}(?: ?[ML]\d{1,4} \d{1,4})*$/;

function isPlacement(item: PaperItem): Check {
  const stickers = new Set(item.choices.map(({ value }) => value));
  const places = new Set(item.places?.map(({ value }) => value));
  const placeOf = (one: unknown) => (isText(one) ? one.slice(0, one.indexOf("=")) : "");
  const isMember = (one: unknown) =>
    isText(one) && places.has(placeOf(one)) && stickers.has(one.slice(one.indexOf("=") + 1));
  return (value): value is AnswerValue =>
    isList(value, item.maxChoices ?? places.size, isMember) && new Set(value.map(placeOf)).size === value.length;
}

export function compileCheck(item: PaperItem): Check {
  const known = new Set<unknown>(item.choices.map((choice) => choice.value));
  const isKnown = (value: unknown) => known.has(value);
  const { maxLength = 0, maxChoices = 0 } = item;
  switch (item.type) {
    case "text":
      return (value): value is AnswerValue => isText(value) && value.trim().length > 0 && value.length <= maxLength;
    case "drawing":
      return (value): value is AnswerValue => isText(value) && value.length <= maxLength && STROKES.test(value);
    case "choose-pictures":
    case "rank-pictures":
      return (value): value is AnswerValue => isList(value, maxChoices, isKnown);
    case "place-map":
      return isPlacement(item);
    default:
      // A voice note and a photo have no choices: nothing is an answer, because nothing keeps them yet.
      return (value): value is AnswerValue => isKnown(value);
  }
}
