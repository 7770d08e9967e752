/** Texts to be read aloud one after the other: each ends like a sentence, once, but for one that the next goes on with. */
export const inSentences = (texts: readonly string[]): string =>
  texts
    .map((text, at) => (/[.!?؟۔]$/.test(text) || /^\p{Ll}/u.test(texts[at + 1] ?? "") ? text : `${text}.`))
    .join(" ");
