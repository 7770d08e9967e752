/** What the lists about likeness, ladders and what may hurt find in every language, and look-alikes that they leave alone. */
import { describe, expect, it } from "vitest";
import type { Language } from "#surveys/paper/language";
import { LANGUAGES } from "#surveys/paper/language";
import { bothEnds, superlative } from "#surveys/linter/rules/answers";
import { noResemblance, sensitiveWords } from "#surveys/linter/rules/kindness";
import { asking, withItem } from "./a-form";
import { answeredBy } from "./fair-examples";

/** By language, parted by "|" or a new line. */
type Sentences = Readonly<Partial<Record<Language, string>>>;

const rows = (sentences: Sentences) =>
  LANGUAGES.flatMap((language) =>
    (sentences[language] ?? "")
      .split(/[|\n]/)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map((text) => [language, text] as const),
  );

const LIKENESS = {
  caught: {
    da: `
      Hvem ligner dig? | Hvem ligner dig mest, når I leger? | Hvem ligner mest dig? | Hvem her er mest som dig?
      Hvem ser ud som dig? | Hvem minder mest om dig? | Hvem ligner du?`,
    en: `
      Who is most like you? | Who’s like you when you cry? | Who looks like you? | Which child looks a lot like you?
      Who resembles you?`,
    ar: "مَن يشبهك أكثر هنا؟ | أي طفل يُشبهك؟ | مَن مثلك هنا؟ | ما الصورة الأشبه بك؟",
    tr: "Burada sana en çok kim benziyor? | Sana benzeyen kim? | Kim senin gibi?",
    pl: `
      Kto jest jak ty, kiedy płaczesz? | Kto najbardziej przypomina ciebie? | Kto cię przypomina?
      Kto jest tu najbardziej podobny do ciebie?`,
    uk: "Хто схожий на тебе? | Хто тут найбільше схожий на тебе? | Хто на тебе схожий? | Хто тут як ти?",
    ur: "یہاں کون سی تصویر تم جیسی ہے؟ | رونا آئے تو تم جیسی تصویر کون سی؟ | کون تمہاری طرح ہے؟",
  },
  innocent: {
    da: "Kan de voksne lide dig? | Hvad sker der, når du græder? | Hvad ligner en god dag? | Tænker andre som du?",
    en: "Do the adults like you? | Do you like your friends? | Is it like you want it? | What happens when you cry?",
    ar: "هل يحبك الكبار؟ | ماذا يحدث وقت الحزن؟",
    tr: "Sana yardım ediyorlar mı? | Ağlayınca ne oluyor?",
    pl: "Czy wiesz, jak ty to zrobisz? | Czy przypominają ci o kurtce? | Co się dzieje, kiedy płaczesz?",
    uk: "Чи знають дорослі, як ти почуваєшся? | Що буває, коли ти плачеш?",
    ur: "کیا بڑے تم سے ملتے ہیں؟ | رونا آئے تو کیا ہوتا ہے؟",
  },
};

const SUPERLATIVES = {
  caught: {
    da: "Jeg er mest ked af det | Jeg keder mig allermest",
    en: "I am most bored | The most fun",
    ar: "أنا الأكثر حزنًا",
    tr: "En çok ben üzgünüm",
    pl: "Jest mi najbardziej smutno",
    uk: "Мені найбільше сумно",
    ur: "مجھے سب سے زیادہ بوریت ہوتی ہے",
  },
  innocent: {
    da: "Jeg er for det meste ked af det | Det meste | Næsten altid",
    en: "Most of the time | I am mostly bored | Most days",
    ar: "في معظم الوقت أشعر بالملل | كثيرًا جدًا",
    tr: "Çoğunlukla canım sıkılıyor | Çok",
    pl: "Najczęściej się nudzę | Przeważnie",
    uk: "Мені здебільшого сумно",
    ur: "مجھے زیادہ تر بوریت ہوتی ہے",
  },
};

/** A ladder's question that names both ends, and the same without its second half. */
const LADDERS: Readonly<Record<Language, readonly [both: string, top: string]>> = {
  da: ["Øverst er det bedste liv, nederst det værste.", "Øverst er det bedste liv."],
  en: ["At the top is the best life, at the bottom the worst.", "At the top is the best life."],
  ar: ["في أعلى السلّم أفضل حياة، وفي أسفله أسوأ حياة.", "في أعلى السلّم أفضل حياة."],
  tr: ["Merdivenin en üstü en iyi hayat, en altı en kötü hayat.", "Merdivenin en üstü en iyi hayat."],
  pl: ["Na szczycie jest najlepsze życie, na dole najgorsze.", "Na szczycie jest najlepsze życie."],
  uk: ["На вершині найкраще життя, внизу найгірше.", "На вершині найкраще життя."],
  ur: ["سب سے اوپر بہترین زندگی ہے، سب سے نیچے بدترین۔", "سب سے اوپر بہترین زندگی ہے۔"],
};

const HURTS = {
  caught: {
    da: `
      Jeg føler mig alene her. | Jeg er helt alene. | Jeg er for det meste alene. | Er du ensom? | Jeg er lidt alene med det.
      Jeg føler mig udenfor. | De andre holder mig udenfor. | Jeg bliver holdt udenfor her. | Er du bange? | Har du angst?
      Jeg har det okay med min krop. | Hvor meget fylder bekymringer? | Er du bekymret? | Føler du dig presset?
      Der er steder, jeg holder mig væk fra. | Der er steder, jeg helst holder mig fra. | Driller de andre dig?
      Bliver du mobbet? | Er der mobning her? | Har du ondt i maven? | Min mave gør tit ondt.`,
    en: `
      I feel alone here. | I am all alone. | I am alone with it. | Are you lonely? | I feel left out. | They leave me out.
      Are you scared? | I am afraid. | I am fine with my body. | How much do you worry? | Do you feel pressured?
      There are places I stay away from. | Do others tease you? | Are you bullied? | My tummy hurts.`,
  },
  innocent: {
    da: `
      Jeg leger alene. | Kan du klare det alene? | Må du være alene, når du vil? | Leger I udenfor? | Jeg er ude at lege.
      Jeg kan bevæge mig, når kroppen har brug for det. | Bevæger du din krop nok? | Jeg holder det for mig selv.
      Jeg bliver holdt i hånden.`,
    en: `
      I play alone. | I like to work alone. | Do you play out in the rain? | I can move when my body needs it.
      Do you move your body? | I keep my opinion to myself. | Is the way home far away?`,
  },
};

describe.each([
  ["likeness", (text: string, language: Language) => noResemblance.check(asking(text, {}, language)), LIKENESS],
  [
    "superlatives",
    (text: string, language: Language) => superlative.check(answeredBy([text, "Det her"], language)),
    SUPERLATIVES,
  ],
  [
    "what may hurt",
    (text: string, language: Language) => sensitiveWords.check(asking(text, { form: "10-12" }, language)),
    HURTS,
  ],
] as const)("%s", (_, check, { caught, innocent }) => {
  it.each(rows(caught))("is found in %s: %s", (language, text) => {
    expect(check(text, language).map((fault) => fault.language)).toEqual([language]);
  });

  it.each(rows(innocent))("is not seen in %s: %s", (language, text) => {
    expect(check(text, language)).toEqual([]);
  });
});

it.each(LANGUAGES)("a ladder names its top and its bottom in %s", (language) => {
  const [both, top] = LADDERS[language];
  const asked = (text: string) =>
    bothEnds.check(withItem({ scale: "ladder", question: { [language]: text } }, { form: "13-18" }));
  expect(asked(both)).toEqual([]);
  expect(asked(top).map(({ message }) => message)).toEqual(["does not name the bottom of the ladder"]);
});
