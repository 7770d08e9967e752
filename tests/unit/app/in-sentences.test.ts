/** What a loudspeaker is called: every text a sentence, and a sentence in pieces one. */
import { expect, it } from "vitest";
import { inSentences } from "../../../app/components/player/in-sentences";

it.each([
  [["Hvem er du?", "Tryk på et billede"], "Hvem er du? Tryk på et billede."],
  [["I sagde", "De fleste hos jer", "kan være sig selv her."], "I sagde. De fleste hos jer kan være sig selv her."],
  [["هذا ما قلتموه", "من أنت؟"], "هذا ما قلتموه. من أنت؟"],
])("%j is read as %s", (texts, read) => expect(inSentences(texts)).toBe(read));
