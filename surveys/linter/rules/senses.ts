/** Rules about picture, sound and text: every question and every answer has all three, in all languages of the form. */
import { audienceOf } from "../../paper/form";
import type { FormName } from "../../paper/form";
import type { Language } from "../../paper/language";
import { LANGUAGES } from "../../paper/language";
import type { Scale } from "../../paper/paper";
import type { LintAnswer, LintForm, LintItem, Words } from "../lint-form";
import type { Fault, Rule } from "../rule";

/** Children and parents are asked in all languages, staff and observers in those of the adults' pages. */
export function languagesFor(form: FormName): readonly Language[] {
  const audience = audienceOf(form);
  return audience === "child" || audience === "parent" ? LANGUAGES : ["da", "en"];
}

const missing = (words: Words, languages: readonly Language[]): Language[] =>
  languages.filter((language) => !words[language]?.trim());

function itemTexts(item: LintItem): [string, Words][] {
  return [
    ["the question", item.question],
    ...item.answers.map(({ value, label }): [string, Words] => [`the answer “${value}”`, label]),
    ...item.places.map((place, index): [string, Words] => [`place ${index + 1}`, place]),
  ];
}

function gaps(
  items: readonly LintItem[],
  texts: (item: LintItem) => [string, Words][],
  languages: readonly Language[],
): Fault[] {
  return items.flatMap((item) =>
    texts(item).flatMap(([what, words]) =>
      missing(words, languages).map((language) => ({ item: item.name, language, message: `${what} has no text` })),
    ),
  );
}

export const allLanguages: Rule = {
  id: "all-languages",
  teaches: "A child who is asked half in a language it does not know is not asked.",
  source:
    "Convention on the Rights of the Child, articles 2, 12 and 30; Moriguchi et al. 2008 (verbal ability biases answers)",
  check: ({ form, items, about }) => {
    const languages = languagesFor(form);
    const about_ = missing(about, languages).map((language) => ({
      language,
      message: "does not say what it is about",
    }));
    return [...about_, ...gaps(items, itemTexts, languages)];
  },
};

const isDrawn = ({ picture }: LintAnswer) => picture !== undefined;
/** Stones and rungs. */
const DRAWN_BY_SCALE: readonly Scale[] = ["tokens", "ladder"];

export const textAlternatives: Rule = {
  id: "text-alternatives",
  teaches: "Who does not see the picture is told what it shows, and not what to think of it.",
  source: "WCAG 2.2, 1.1.1; formbricks PR 8581",
  check: ({ form, items }) =>
    gaps(
      items,
      (item) => [
        ["the picture of the question", item.alt],
        ...item.answers.filter(isDrawn).map(({ value, alt }): [string, Words] => [`the picture of “${value}”`, alt]),
      ],
      languagesFor(form),
    ),
};

export const pictures: Rule = {
  id: "pictures",
  teaches: "A child who cannot read finds its answer by its picture.",
  source: "product rule 4: every question and every answer has picture, sound and text",
  check: ({ items }) =>
    items.flatMap((item) => {
      const own = item.hasPicture ? [] : [{ item: item.name, message: "the question has no picture" }];
      const bare = DRAWN_BY_SCALE.includes(item.scale) ? [] : item.answers.filter((answer) => !isDrawn(answer));
      return [
        ...own,
        ...bare.map(({ value }) => ({ item: item.name, message: `the answer “${value}” has no picture` })),
      ];
    }),
};

export const sounds: Rule = {
  id: "sounds",
  teaches: "What is read aloud from a file sounds the same on every tablet; a device's own voice may be missing.",
  source: "product rule 4: sound never depends on the operating system's screen reader",
  check: (form: LintForm) => {
    if (audienceOf(form.form) !== "child") return [];
    return form.items.flatMap((item) => {
      const own = item.sounds.includes("da")
        ? []
        : [{ item: item.name, language: "da" as const, message: "the question has no sound" }];
      const silent = item.answers.filter((answer) => !answer.sounds.includes("da"));
      return [
        ...own,
        ...silent.map(({ value }) => ({
          item: item.name,
          language: "da" as const,
          message: `the answer “${value}” has no sound`,
        })),
      ];
    });
  },
};
