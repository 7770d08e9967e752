/** Rules about the words of a question: short, one idea, no negation, here and now, none of what must not be asked. */
import type { Language } from "../../paper/language";
import { LANGUAGES } from "../../paper/language";
import type { LintForm, LintItem, Words } from "../lint-form";
import { LIMITS } from "../limits";
import { lix, longestSentence, wordsOf } from "../reading";
import type { Fault, Rule } from "../rule";

/** Letters, marks and digits end a word; `\b` knows only Latin letters. */
const word = (alternatives: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, "iu");

function inEach(
  items: readonly LintItem[],
  check: (text: string, language: Language, item: LintItem) => string | undefined,
): Fault[] {
  return items.flatMap((item) =>
    LANGUAGES.flatMap((language) => {
      const text = item.question[language];
      const message = text === undefined ? undefined : check(text, language, item);
      return message === undefined ? [] : [{ item: item.name, language, message }];
    }),
  );
}

const NEGATIONS: Readonly<Record<Language, RegExp>> = {
  da: word("ikke|aldrig|ingen|intet|uden|hverken|nej"),
  en: word("not|never|no|nobody|nothing|none|without|neither|cannot|[a-z]+n['’]t"),
  ar: word("لا|ليس|ليست|لم|لن|بدون|أبدا|أبدًا|أحد لا"),
  tr: word("değil|yok|hiç|asla|hayır|hiçbir"),
  pl: word("nie|nigdy|nikt|nic|bez|żaden|żadna"),
  uk: word("не|ні|ніколи|ніхто|нічого|без|жоден"),
  ur: word("نہیں|نہ|مت|بغیر|کبھی نہیں"),
};

export const noNegation: Rule = {
  id: "no-negation",
  teaches: "A child hears the word after 'not' first. Ask for what is there, and let the answers say how much of it.",
  source: "Borgers, de Leeuw & Hox 2000; Austin Research, Designing surveys for children",
  check: ({ items }) =>
    inEach(items, (text, language) => {
      const found = NEGATIONS[language].exec(text)?.[0];
      return found && `says “${found}”`;
    }),
};

const JOINS: Readonly<Record<Language, RegExp>> = {
  da: word("og|eller|samt"),
  en: word("and|or"),
  ar: word("أو|أم"),
  tr: word("ve|veya|ya da"),
  pl: word("i|oraz|lub|albo"),
  uk: word("і|й|та|або|чи"),
  ur: word("اور|یا"),
};
/** Pairs that are one idea in the language. */
const ONE_IDEA =
  /til og fra|frem og tilbage|ud og hjem|here and now|there and back|back and forth|to and from|туди й назад|tam i z powrotem|z powrotem/giu;
/** "Чи" opens a Ukrainian question, "і" may follow; "i" and "і" within the first word say nothing either. */
const OPENING = /^[¿\s]*(чи|czy)\s/iu;

export const oneIdea: Rule = {
  id: "one-idea",
  teaches: "Who answers a question with two ideas in it answers one of them, and nobody knows which.",
  source: "de Leeuw 2011, Improving data quality when surveying children",
  check: ({ items }) =>
    inEach(items, (text, language) => {
      const found = JOINS[language].exec(text.replace(ONE_IDEA, "").replace(OPENING, ""))?.[0];
      return found && `joins two ideas with “${found}”`;
    }),
};

export const shortSentences: Rule = {
  id: "short-sentences",
  teaches: "A sentence must fit into a child's ear at once. Make two of it, or leave out what is not needed.",
  source: "Domain research, table 3.2 (8, 12, 16 and 20 words)",
  check: ({ form, items }) =>
    inEach(items, (text) => {
      const longest = longestSentence(text);
      const most = LIMITS[form].questionWords;
      return longest > most ? `a sentence has ${longest} words; ${most} at most` : undefined;
    }),
};

export const shortAnswers: Rule = {
  id: "short-answers",
  teaches: "All answers are heard before one is chosen; what is long is forgotten before the last.",
  source: "de Leeuw 2011 (memory capacity)",
  check: ({ form, items }) =>
    items.flatMap((item) =>
      item.answers.flatMap(({ value, label }) =>
        LANGUAGES.flatMap((language) => {
          const count = wordsOf(label[language] ?? "").length;
          const most = LIMITS[form].answerWords;
          const message = `the answer “${value}” has ${count} words; ${most} at most`;
          return count > most ? [{ item: item.name, language, message }] : [];
        }),
      ),
    ),
};

export const shortWords: Rule = {
  id: "short-words",
  teaches: "Long words are read letter by letter. There is nearly always a shorter one for the same thing.",
  source: "Björnsson 1968; below 100 words LIX says nothing, so each word is held short",
  check: ({ form, items }) =>
    inEach(items, (text, language) => {
      if (language !== "da" && language !== "en") return undefined;
      const long = wordsOf(text).find((one) => [...one].length > LIMITS[form].wordLetters);
      return long && `“${long}” has more than ${LIMITS[form].wordLetters} letters`;
    }),
};

/** All of a form's Danish questions and answers, as one text. */
export function danishText({ about, items }: LintForm): string {
  const end = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
  return [about, ...items.map(({ question }) => question)].map(({ da }) => (da ? end(da) : "")).join(" ");
}

export const readable: Rule = {
  id: "readable",
  teaches: "LIX adds the words of a sentence and the share of long words: the lower, the sooner it is understood.",
  source: "Björnsson 1968, Läsbarhet; applied from 100 words on",
  check: (form) => {
    const value = lix(danishText(form));
    const most = LIMITS[form.form].lix;
    return value !== undefined && value > most
      ? [{ language: "da", message: `the form's LIX is ${Math.round(value)}; ${most} at most` }]
      : [];
  },
};

const UNITS: readonly (readonly [RegExp, number])[] = [
  [word("år|året|year|years"), 365],
  [word("måned|måneden|måneder|month|months"), 30],
  [word("uge|ugen|uger|week|weeks"), 7],
  [word("dag|dage|døgn|day|days"), 1],
];
const LOOKS_BACK = word("sidste|seneste|i går|i sidste|forleden|last|past|yesterday|ago|previous");

/** Days a text looks back, or undefined where it does not. */
export function recallDays(text: string): number | undefined {
  if (!LOOKS_BACK.test(text)) return undefined;
  const count = Number(/\d+/.exec(text)?.[0] ?? 1);
  const unit = UNITS.find(([pattern]) => pattern.test(text));
  return unit ? count * unit[1] : 1;
}

export const shortRecall: Rule = {
  id: "short-recall",
  teaches: "Children tell what is, better than what was. Below eight years ask about here and now.",
  source: "Domain research, table 3.2; de Leeuw 2011 (retrospective questions)",
  check: ({ form, items }) =>
    inEach(items, (text, language) => {
      const days = language === "da" || language === "en" ? recallDays(text) : undefined;
      const most = LIMITS[form].recallDays;
      return days !== undefined && days > most ? `looks back ${days} days; ${most || "none"} at most` : undefined;
    }),
};

export const noHowOften: Rule = {
  id: "no-often-below-eight",
  teaches: "“Tit” and “ofte” ask a child to count and to compare. Ask whether, and let the pictures say how much.",
  source: "de Leeuw 2011 (vague quantifiers)",
  check: ({ form, items }) =>
    LIMITS[form].isBelowEight
      ? inEach(items, (text, language) => {
          const found = language === "da" ? word("tit|ofte|sjældent").exec(text) : undefined;
          const english = language === "en" ? word("often|rarely|seldom").exec(text) : undefined;
          const [match] = found ?? english ?? [];
          return match && `says “${match}”`;
        })
      : [],
};

const RED_LIST: readonly RegExp[] = [
  word("slår (din|far|mor|dig)|får tæv|tæsk|vold|voldelig|mishandl\\p{L}*|bank af"),
  word("sex|seksuel\\p{L}*|kærestesex|nøgen|nøgne|voldtægt|porno\\p{L}*|onani"),
  word("hvem (slår|driller|mobber)|hvilken lærer|hvilken pædagog|hvilket barn|navnet på"),
  word("violence|violent|beats you|hits you|abuse\\p{L}*|rape\\p{L}*|sexual\\p{L}*|naked|porn\\p{L}*"),
  word("who (hits|teases|bullies)|which teacher|which child|the name of"),
];

export const redList: Rule = {
  id: "red-list",
  teaches:
    "Violence at home, sexuality and other people by name do not belong in a survey: whoever asks must be able to help at once.",
  source: "General Comment 12 (safe and sensitive to risk); barnets lov § 133",
  check: ({ items }) =>
    items.flatMap((item) => {
      const texts: Words[] = [item.question, ...item.answers.map(({ label }) => label)];
      return LANGUAGES.flatMap((language) => {
        const found = texts.flatMap((text) => RED_LIST.map((red) => red.exec(text[language] ?? "")?.[0])).find(Boolean);
        return found ? [{ item: item.name, language, message: `asks about what must not be asked (“${found}”)` }] : [];
      });
    }),
};

export const markedWord: Rule = {
  id: "marked-word",
  teaches: "The page marks the word that carries the meaning; it can mark only what stands in the question.",
  source: "look: the word that matters is marked",
  check: ({ items }) =>
    inEach(items, (text, language, { stress }) => {
      const marked = stress[language];
      return marked && !text.includes(marked) ? `“${marked}” does not stand in the question` : undefined;
    }),
};
