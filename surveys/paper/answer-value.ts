/**
 * What may be an answer to an item, by its scale. The server and the browser read every answer with the same function,
 * whether it comes from a form, a draft or the wire.
 */
import type { AnswerValue, PaperItem, Scale } from "./paper";

/** How an answer is kept: one choice, a list of choices in the order of the form or of the child, or text. */
export type AnswerKind = "one" | "several" | "ranked" | "placed" | "text" | "drawing" | "kept-here";

const KINDS: Partial<Record<Scale, AnswerKind>> = {
  "choose-pictures": "several",
  "rank-pictures": "ranked",
  "place-map": "placed",
  text: "text",
  drawing: "drawing",
  // There is no store for sound and photos: they stay on the device and are no answer yet.
  "voice-note": "kept-here",
  photo: "kept-here",
};

export const answerKind = (item: PaperItem): AnswerKind => KINDS[item.type] ?? "one";

/** The limits of own words, told nowhere else: of a question that sets none, and the most that one may set. */
const USUAL_TEXT = 500;
export const MOST_TEXT = 2000;

/** Most characters of an answer in words; a drawing, too, may be told so. */
export const mostCharacters = (item: PaperItem): number => item.maxLength ?? USUAL_TEXT;

/** Room for some hundred strokes; a pointer's way is thinned before it is kept. */
export const MOST_DRAWING = 20_000;
/** Strokes in a box of 1000 × 1000 as an SVG path of whole numbers; nothing else can stand in it. */
const DRAWING = /^(?:M\d{1,4} \d{1,4}(?:L\d{1,4} \d{1,4})*)+$/;

export const isDrawing = (text: string): boolean => DRAWING.test(text);

const knows = (item: PaperItem, value: unknown): value is string =>
  item.choices.some((choice) => choice.value === value);

/** `<place>=<sticker>` as its two halves, when the item has both. */
export function readPlaced(item: PaperItem, value: unknown): { place: string; sticker: string } | undefined {
  const [place = "", sticker = "", ...rest] = typeof value === "string" ? value.split("=") : [];
  const isKnown = item.places?.some((one) => one.value === place) && knows(item, sticker);
  return isKnown && rest.length === 0 ? { place, sticker } : undefined;
}

/** As the form lists them, so that the order of touching is not told; a ranking is its own order. */
export function inFormOrder(item: PaperItem, values: readonly string[]): string[] {
  if (answerKind(item) === "ranked") return [...values];
  const order = item.places ? item.places.map(({ value }) => `${value}=`) : item.choices.map(({ value }) => value);
  const rank = (value: string) => order.indexOf(item.places ? value.replace(/=.*/s, "=") : value);
  return [...values].sort((one, other) => rank(one) - rank(other));
}

export function mostValues(item: PaperItem): number {
  const all = answerKind(item) === "placed" ? (item.places?.length ?? 0) : item.choices.length;
  return Math.min(item.maxChoices ?? all, all);
}

function readText(item: PaperItem, value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.length <= mostCharacters(item) ? value : undefined;
}

function readList(item: PaperItem, value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostValues(item)) return undefined;
  const isPlaced = answerKind(item) === "placed";
  const texts = value.filter((one): one is string =>
    isPlaced ? readPlaced(item, one) !== undefined : knows(item, one),
  );
  const names = texts.map((one) => (isPlaced ? one.replace(/=.*/s, "") : one));
  const isWhole = texts.length === value.length && new Set(names).size === names.length;
  return isWhole ? texts : undefined;
}

/** The value if it is an answer to the item. A drawing may also be told in words. */
export function readAnswer(item: PaperItem, value: unknown): AnswerValue | undefined {
  switch (answerKind(item)) {
    case "one":
      return knows(item, value) ? value : undefined;
    case "text":
      return readText(item, value);
    case "drawing":
      if (typeof value === "string" && value.length <= MOST_DRAWING && isDrawing(value)) return value;
      return readText(item, value);
    case "kept-here":
      return undefined;
    default:
      return readList(item, value);
  }
}
