/** How rules look for words: in which texts of a form, and whole words only, in any script. */
import { audienceOf } from "../../paper/form";
import type { Language } from "../../paper/language";
import { LANGUAGES } from "../../paper/language";
import type { LintForm, LintItem, Words } from "../lint-form";
import type { Fault } from "../rule";
import { WORD_LISTS } from "../words/words";

/** Letters and marks go on with a word; `\b` knows only Latin letters. */
export const word = (alternatives: string, flags = "iu") =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, flags);

type List = keyof (typeof WORD_LISTS)["da"];

/** What finds the words of a list in a language; nothing where the language has no such list. */
export type Finder = (language: Language) => RegExp;

/** Made when it is first asked: a process that lints nothing does not pay for seven languages' lists. */
export function inLists(list: List, flags?: string): Finder {
  const made = new Map<Language, RegExp>();
  return (language) => {
    const found = made.get(language) ?? word(WORD_LISTS[language][list] ?? "(?!)", flags);
    made.set(language, found);
    return found;
  };
}

/** What nobody reads to a child is not looked through either: lists that look far ahead take time. */
const MOST_CHARACTERS = 1000;
const TOO_LONG = `has more than ${MOST_CHARACTERS} characters`;

export type Check = (text: string, language: Language, item: LintItem) => string | undefined;

function faultsIn(words: Words, item: LintItem, check: Check, where = ""): Fault[] {
  return LANGUAGES.flatMap((language) => {
    const text = words[language];
    if (text === undefined) return [];
    const message = text.length > MOST_CHARACTERS ? TOO_LONG : check(text, language, item);
    return message === undefined ? [] : [{ item: item.name, language, message: where + message }];
  });
}

export const inQuestions = (items: readonly LintItem[], check: Check): Fault[] =>
  items.flatMap((item) => faultsIn(item.question, item, check));

/** All that is read aloud or written beside the answers: the question, what is said in its place, the names of places. */
export const inAllAsked = (items: readonly LintItem[], check: Check): Fault[] =>
  items.flatMap((item) => [
    ...faultsIn(item.question, item, check),
    ...faultsIn(item.narration, item, check, "what is read aloud "),
    ...faultsIn(item.simpler, item, check, "the question in simpler words "),
    ...item.places.flatMap((place) => faultsIn(place, item, check, "the name of a place ")),
  ]);

export const inAnswers = (items: readonly LintItem[], check: Check): Fault[] =>
  items.flatMap((item) =>
    item.answers.flatMap(({ value, label }) => faultsIn(label, item, check, `the answer “${value}” `)),
  );

/** Of a list, what it finds in a text is the fault. */
export const says =
  (list: Finder, message = (found: string) => `says “${found}”`): Check =>
  (text, language) => {
    const found = list(language).exec(text)?.[0];
    return found && message(found);
  };

/** Rules about what children are asked find nothing in what adults are. */
export const askedOfChildren = ({ form, items }: LintForm): readonly LintItem[] =>
  audienceOf(form) === "child" ? items : [];
