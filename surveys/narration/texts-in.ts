/** Every text that stands somewhere in a thing of data, once, in its order. */

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

function* strings(thing: unknown): Generator<string> {
  if (typeof thing === "string") yield thing;
  else if (Array.isArray(thing)) for (const one of thing) yield* strings(one);
  else if (typeof thing === "object" && thing !== null)
    for (const [key, value] of Object.entries(thing)) if (!NO_TEXTS.has(key)) yield* strings(value);
}

/** A text has something to say: a letter or a number. */
const canBeSaid = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

export const textsIn = (thing: unknown): string[] => [...new Set(strings(thing))].filter(canBeSaid);
