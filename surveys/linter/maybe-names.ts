/** A hint for adults who write what others read: words in a Danish text that may be somebody's name. */
import { wordsOf } from "./reading";

/** Words that begin sentences of an answer, or are written with a capital anyway. */
const NO_NAMES = new Set(
  `alle både først sidst igen jeg i de du dem jer vi det den der her nu når hvis hvad hvor hvem hvorfor hvordan en et alle børn børnene mange nogle ingen
  næste hver så men og eller også vores jeres i på til fra med om efter før under over ved for af fordi måske snart tak ja nej
  elevrådet klasserne klassen stuen læreren pædagogen skemaet maden legepladsen voksne unge dette disse hele bare kun først
  mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober
  november december jul påske pinse danmark dansk sfo aula skolen kommunen`.split(/\s+/),
);

const isName = (word: string, isFirst: boolean): boolean =>
  /^\p{Lu}/u.test(word) &&
  [...word].length > 1 &&
  !NO_NAMES.has(word.toLocaleLowerCase("da")) &&
  !(isFirst && isPlain(word));

/** A word with which sentences often begin: a verb in the present, or a noun in the definite plural. */
const isPlain = (word: string): boolean => /(er|ede|ene|erne)$/u.test(word) && [...word].length > 4;

/**
 * Words that may be a person's name: written with a capital, and none of the words that are anyway, wherever they stand. A hint
 * for whoever publishes, no more: a name may be a word, and a word a name.
 */
export const maybeNames = (texts: readonly string[], known: readonly string[]): readonly string[] =>
  find(texts, known, (word, at) => isName(word, at === 0));

/**
 * Only within sentences, for texts that are written while others wait: what begins one has a capital anyway, and nobody reads
 * a question that comes at every line.
 */
export const namesAmong = (texts: readonly string[], known: readonly string[]): readonly string[] =>
  find(texts, known, (word, at) => at > 0 && isName(word, false));

function find(
  texts: readonly string[],
  known: readonly string[],
  isFound: (word: string, at: number) => boolean,
): readonly string[] {
  const allowed = new Set(known.flatMap(wordsOf).map((word) => word.toLocaleLowerCase("da")));
  const found = texts.flatMap((text) => text.split(/[.!?:\n”"]+/u).flatMap((one) => wordsOf(one).filter(isFound)));
  return [...new Set(found.filter((word) => !allowed.has(word.toLocaleLowerCase("da"))))];
}
