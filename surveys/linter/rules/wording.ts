/** Rules about the words of a question: short, one idea, no negation, here and now, none of what must not be asked. */
import { bandOf } from "../../paper/form";
import type { Language } from "../../paper/language";
import { LANGUAGES } from "../../paper/language";
import type { Scale } from "../../paper/paper";
import type { LintForm, LintItem } from "../lint-form";
import { LIMITS } from "../limits";
import { lix, longestSentence, wordsOf } from "../reading";
import type { Rule } from "../rule";
import type { Check } from "./in-words";
import { inAllAsked, inAnswers, inLists, inQuestions, says, word } from "./in-words";

/** Answers that are steps of one amount, with nought among them; all others are sentences like the question. */
const STEPS: readonly Scale[] = ["tokens", "faces", "again", "options", "ladder"];

/** A small child hears question and answers as sentences of the same kind; older ones read answers as a scale. */
const answeredInSentences = ({ form, items }: LintForm): LintItem[] =>
  items.filter(({ scale }) => LIMITS[form].isBelowEight && !STEPS.includes(scale));

const NEGATIONS = inLists("negations");

export const noNegation: Rule = {
  id: "no-negation",
  teaches:
    "A child hears the word after 'not' first. Ask for what is there, and let the answers say how much of it. From six years an answer may say plainly that something is not so.",
  source:
    "Borgers, de Leeuw & Hox 2000; Austin Research, Designing surveys for children. Both are about questions; answers that had to do without “ikke” from six years on were odder than the word (“Jeg mangler en voksen”)",
  check: (form) => [
    ...inAllAsked(form.items, says(NEGATIONS)),
    ...(bandOf(form.form) === "3-5" ? inAnswers(answeredInSentences(form), says(NEGATIONS)) : []),
  ],
};

const JOINS = inLists("joins");
const ONE_IDEA = inLists("oneIdea", "giu");
/** "Чи" and "czy" open a question and join nothing there. */
const OPENING = /^[¿\s]*(чи|czy)\s/iu;

export const oneIdea: Rule = {
  id: "one-idea",
  teaches: "Who answers a question with two ideas in it answers one of them, and nobody knows which.",
  source: "de Leeuw 2011, Improving data quality when surveying children",
  check: (form) => {
    const check: Check = (text, language) => {
      if (text.split(/[?؟]/u).length > 2) return "asks two questions";
      const found = JOINS(language).exec(text.replace(ONE_IDEA(language), "").replace(OPENING, ""))?.[0];
      return found && `joins two ideas with “${found}”`;
    };
    return [...inQuestions(form.items, check), ...inAnswers(answeredInSentences(form), check)];
  },
};

export const shortSentences: Rule = {
  id: "short-sentences",
  teaches: "A sentence must fit into a child's ear at once. Make two of it, or leave out what is not needed.",
  source: "de Leeuw 2011 (literal and short; 8, 12, 16 and 20 words by age)",
  check: ({ form, items }) =>
    inQuestions(items, (text) => {
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
    inQuestions(items, (text, language) => {
      if (language !== "da" && language !== "en") return undefined;
      const long = wordsOf(text).find((one) => [...one].length > LIMITS[form].wordLetters);
      return long && `“${long}” has more than ${LIMITS[form].wordLetters} letters`;
    }),
};

/** What a form is about and all its questions in Danish, as one text. */
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

const LOOKS_BACK = inLists("looksBack");
const UNITS = [
  [inLists("year"), 365],
  [inLists("month"), 30],
  [inLists("week"), 7],
  [inLists("day"), 1],
] as const;

/** Danish and English, from one to twelve. */
const NUMBERS =
  "en|et|én|ét|one,to|two,tre|three,fire|four,fem|five,seks|six,syv|seven,otte|eight,ni|nine,ti|ten,elleve|eleven,tolv|twelve";
const NUMBER_WORDS = NUMBERS.split(",").map((names) => word(names));

/** The number that stands before a unit of time, with a word between at most; 1 where there is none. */
function countBefore(before: string): number {
  const [number = ""] = wordsAndNumbers(before).slice(-2).filter(isNumber).slice(-1);
  return Number(number) || Math.max(1, NUMBER_WORDS.findIndex((names) => names.test(number)) + 1);
}

const wordsAndNumbers = (text: string): string[] => text.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
const isNumber = (one: string): boolean => /^\d+$/.test(one) || NUMBER_WORDS.some((names) => names.test(one));

/** Days a text looks back, or undefined where it does not. */
function recallDays(text: string, language: Language): number | undefined {
  if (!LOOKS_BACK(language).test(text)) return undefined;
  const days = UNITS.flatMap(([names, length]) => {
    const found = names(language).exec(text);
    return found ? [countBefore(text.slice(0, found.index)) * length] : [];
  });
  return Math.max(1, ...days);
}

export const shortRecall: Rule = {
  id: "short-recall",
  teaches: "Children tell what is, better than what was. Below eight years ask about here and now.",
  source: "de Leeuw 2011 (retrospective questions)",
  check: ({ form, items }) =>
    inAllAsked(items, (text, language) => {
      const days = recallDays(text, language);
      const most = LIMITS[form].recallDays;
      return days !== undefined && days > most ? `looks back ${days} days; ${most || "none"} at most` : undefined;
    }),
};

const HOW_OFTEN = inLists("howOften");

export const noHowOften: Rule = {
  id: "no-often-below-eight",
  teaches: "“Tit” and “ofte” ask a child to count and to compare. Ask whether, and let the pictures say how much.",
  source: "de Leeuw 2011 (vague quantifiers)",
  check: ({ form, items }) => {
    if (!LIMITS[form].isBelowEight) return [];
    return [...inAllAsked(items, says(HOW_OFTEN)), ...inAnswers(items, says(HOW_OFTEN))];
  },
};

const RED_LIST = inLists("redList");

export const redList: Rule = {
  id: "red-list",
  teaches:
    "Violence at home, sexuality and other people by name do not belong in a survey: whoever asks must be able to help at once.",
  source: "General Comment 12 (safe and sensitive to risk); barnets lov § 133",
  check: ({ items }) => {
    const check = says(RED_LIST, (found) => `asks about what must not be asked (“${found}”)`);
    return [...inAllAsked(items, check), ...inAnswers(items, check)];
  },
};

export const markedWord: Rule = {
  id: "marked-word",
  teaches: "The page marks the word that carries the meaning; it can mark only what stands in the question.",
  source: "look: the word that matters is marked",
  check: ({ items }) =>
    inQuestions(items, (text, language, { stress }) => {
      const marked = stress[language];
      return marked && !text.includes(marked) ? `“${marked}” does not stand in the question` : undefined;
    }),
};
