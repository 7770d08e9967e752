/** Texts to be read aloud one after the other: each ends like a sentence, once. */
export const inSentences = (texts: readonly string[]): string =>
  texts.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" ");
