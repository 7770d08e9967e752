/** Rules about the answers to a question beside each other: fair to each, and read as they are meant. */
import type { Language } from "../../paper/language";
import { LANGUAGES } from "../../paper/language";
import type { LintItem } from "../lint-form";
import type { Fault, Rule } from "../rule";
import type { Finder } from "./in-words";
import { inAnswers, inLists, says } from "./in-words";

const YES = inLists("yes");
const NO = inLists("no");

function begins(list: Finder, { answers }: LintItem, language: Language): boolean {
  return answers.some(({ label }) => list(language).exec(label[language]?.trim() ?? "")?.index === 0);
}

export const yesSymmetry: Rule = {
  id: "yes-symmetry",
  teaches:
    "“Ja” on one answer alone makes it the right one: small children like to say yes. Let another begin with “Nej”, or let all say what is.",
  source: "Okanda & Itakura 2010; Fritzley & Lee 2003 (yes bias up to school age)",
  check: ({ items }) =>
    items.flatMap((item) =>
      LANGUAGES.filter((language) => begins(YES, item, language) && !begins(NO, item, language)).map((language) => ({
        item: item.name,
        language,
        message: "one answer begins with yes and none with no",
      })),
    ),
};

const SUPERLATIVES = inLists("superlatives");

export const superlative: Rule = {
  id: "superlative",
  teaches:
    "“Jeg keder mig mest” is said by the one who is more bored than all others. Who means most of the time says “for det meste”.",
  source: "read aloud: without “for det” the word is a superlative",
  check: ({ items }) => inAnswers(items, says(SUPERLATIVES)),
};

const ENDS = [
  ["top", inLists("top")],
  ["bottom", inLists("bottom")],
] as const;

export const bothEnds: Rule = {
  id: "both-ends",
  teaches: "Who is told what the top of a ladder is, and not what the bottom is, is led upwards. Name both ends.",
  source: "Cantril 1965; Levin & Currie 2014 (the ladder of HBSC names the best and the worst possible life)",
  check: ({ items }) =>
    items
      .filter(({ scale }) => scale === "ladder")
      .flatMap(({ name, question }) =>
        LANGUAGES.flatMap((language): Fault[] => {
          const text = question[language];
          if (text === undefined) return [];
          const missing = ENDS.filter(([, words]) => !words(language).test(text)).map(([end]) => end);
          return missing.map((end) => ({ item: name, language, message: `does not name the ${end} of the ladder` }));
        }),
      ),
};
