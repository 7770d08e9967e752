/** Words, sentences and LIX of a text. */

/** Runs of letters (with hyphen or apostrophe inside), in any script; numbers are not words. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu) ?? [];
}

/** A sentence ends with a full stop, question or exclamation mark (also Arabic and Urdu ones) or a colon. */
function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?؟۔:…]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

export function longestSentence(text: string): number {
  return Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length));
}

/**
 * LIX, the readability index made for Scandinavian languages: words per sentence plus the percentage of words of more
 * than six letters (Björnsson 1968, Läsbarhet). Below 100 words it is undefined here: too few to say anything.
 */
export function lix(text: string): number | undefined {
  const words = wordsOf(text);
  const sentences = sentencesOf(text).length;
  if (words.length < 100 || sentences === 0) return undefined;
  const long = words.filter((word) => [...word].length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}
