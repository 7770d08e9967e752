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

/** Names that are words as well. */
const WORDS_TOO = new Set("august max storm luna rosa liva line".split(" "));

/**
 * Names that many children in Denmark have, and that are no words: found however they are written, and wherever they stand. Few
 * enough to read; a name that is missing here is found by its capital, within a sentence.
 */
const COMMON_NAMES = new Set(
  `ahmad ahmed aisha albert alberte alexander alfred ali alma amalie amina amir andrea anders andreas anna anne anton arthur asger
  asta astrid august aya ayse benjamin bertram birgitte bjarne camilla carl caroline casper cecilie charlotte christian christoffer
  clara daniel david ditte edith elias elif ella ellen ellie ember emil emilie emily emma erik esther fatima felix filip frederik
  frederikke freja frida gabriel georg gustav hamza hannah hannibal hans hassan helene helle henrik henry hugo ibrahim ida ingrid
  irene isabella isak jakob jens jeppe jesper johan johanne johannes jonas jonathan josefine julie jørgen karen karl karla kasper
  katrine khadija kirsten klara konrad kristian lars lasse laura laurits lauritz leila lena lene leonora liam line lise liva louis
  louise lucas luna lærke mads magnus maja malene malik malou malthe mariam marie marius martha martin mathias mathilde maryam
  matilde max merle mette mikael mikkel mille mohamad mohammad mohammed morten muhammad muhammed mustafa naja nanna niels nikolaj
  nikoline nohr noah nora olga oliver olivia omar oskar otto peter philip rasmus rebecca rikke robert rosa rune sara sarah sebastian
  selma signe sigurd silje simon sofia sofie sofus sophia storm susanne søren tanja thea theo theodor thomas tilde tobias tristan
  ulrik valdemar valentin vera victor victoria viggo vigga vilhelm vilma vincent william yasmin youssef yusuf zahra zainab`
    .split(/\s+/)
    .filter((name) => !WORDS_TOO.has(name)),
);

const isName = (word: string, isFirst: boolean): boolean => {
  const plain = word.toLocaleLowerCase("da");
  if (COMMON_NAMES.has(plain)) return true;
  const isCapital = /^\p{Lu}/u.test(word) && [...word].length > 1;
  return isCapital && !NO_NAMES.has(plain) && !(isFirst && isPlain(word));
};

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
  find(texts, known, (word, at) => isName(word, false) && (at > 0 || COMMON_NAMES.has(word.toLocaleLowerCase("da"))));

function find(
  texts: readonly string[],
  known: readonly string[],
  isFound: (word: string, at: number) => boolean,
): readonly string[] {
  const allowed = new Set(known.flatMap(wordsOf).map((word) => word.toLocaleLowerCase("da")));
  const found = texts.flatMap((text) => text.split(/[.!?:\n”"]+/u).flatMap((one) => wordsOf(one).filter(isFound)));
  return [...new Set(found.filter((word) => !allowed.has(word.toLocaleLowerCase("da"))))];
}
