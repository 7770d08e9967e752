/** Every text that stands somewhere in a thing of data, and where it stands. */

export interface PlacedText {
  /** Names of fields and numbers in lists, with full stops between. */
  readonly path: string;
  readonly text: string;
}

/** Of a paper: names, values, conditions and drawings, which are never read aloud. */
const NO_TEXTS: ReadonlySet<string> = new Set([
  "alt",
  "band",
  "dir",
  "enableIf",
  "form",
  "locale",
  "name",
  "picture",
  "sound",
  "stress",
  "survey",
  "theme",
  "type",
  "value",
  "visibleIf",
]);

/** A text has something to say: a letter or a number. */
const canBeSaid = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A choice or a place goes by its value, everything else in a list by its number. */
function nameOf(thing: unknown, index: number): string {
  const hasValue = typeof thing === "object" && thing !== null && "value" in thing;
  return hasValue && typeof thing.value === "string" ? thing.value : String(index);
}

function* placed(thing: unknown, path: readonly string[]): Generator<PlacedText> {
  if (typeof thing === "string" && canBeSaid(thing)) yield { path: path.join("."), text: thing };
  else if (Array.isArray(thing))
    for (const [index, one] of thing.entries()) yield* placed(one, [...path, nameOf(one, index)]);
  else if (typeof thing === "object" && thing !== null)
    for (const [key, value] of Object.entries(thing)) if (!NO_TEXTS.has(key)) yield* placed(value, [...path, key]);
}

export const placedTextsIn = (thing: unknown): PlacedText[] => [...placed(thing, [])];

/** Each once, in its order. */
export const textsIn = (thing: unknown): string[] => [...new Set(placedTextsIn(thing).map(({ text }) => text))];
