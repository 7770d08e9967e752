/**
 * Everything that is read aloud to a child in a language, by its words: what stands in papers, the words around them, the
 * promises, and what dates are made of. Whatever is added to these is read by the next `npm run narrate`.
 */
import { endings } from "../bank/endings";
import { showingOf } from "../bank/showing";
import labelWords from "../labels/child-label-words.json" with { type: "json" };
import type { Language } from "../paper/language";
import type { Paper } from "../paper/paper";
import { childWords, playerWords } from "../paper/words/child-words";
import { helpFor } from "../paper/words/help-for";
import { SAID_WORDS } from "../results/said-words";
import { dateWords, fixedParts } from "./spoken-dates";
import type { PlacedText } from "./texts-in";
import { placedTextsIn } from "./texts-in";

/** Texts with an earlier answer or a name filled in (`{name}`) are left to the device's voice: nobody can read them beforehand. */
const isFixed = (text: string): boolean => !/\{[^}]*\}/.test(text);

const below = (folder: string, thing: unknown): PlacedText[] =>
  placedTextsIn(thing).map(({ path, text }) => ({ path: path ? `${folder}.${path}` : folder, text }));

/** Of a paper what is read aloud, and what is said of how to answer. */
function papersTexts(paper: Paper): PlacedText[] {
  const { survey, version, form, title, about, items, pages } = paper;
  const words = playerWords(form, paper.locale);
  const onPages = pages.map((page) => ("rest" in page ? page.rest : page.title));
  return [
    ...below(`surveys/${survey}-${version}/${form}`, { title, about, pages: onPages }),
    // What has a narration is read in its words.
    ...items.flatMap(({ question, narration = question, name, choices, places, ...more }) =>
      below(`items/${name}/${form}`, {
        question: narration,
        ...Object.fromEntries([...choices, ...(places ?? [])].map(({ value, label }) => [value, label])),
        more,
        help: helpFor({ question, name, choices, ...more }, words),
      }),
    ),
  ].filter(({ text }) => isFixed(text));
}

/** The words of the player, the doors and the promises; of those with something to fill in the parts around it. */
function wordsTexts(language: Language): PlacedText[] {
  const { player, door, result } = childWords(language);
  const written = [...below("words", { player, door, result }), ...below("promises", labelWords[language])];
  return written.flatMap(({ path, text }) =>
    isFixed(text)
      ? [{ path, text }]
      : fixedParts(text).map((part, at) => ({ path: `${path}.part-${at + 1}`, text: part })),
  );
}

/** What children may be told of a result: how many, and every end of a sentence that may be shown to them. */
function resultTexts(language: Language): PlacedText[] {
  if (language !== "da" && language !== "en") return [];
  const told = Object.entries(endings).flatMap(([item, { favourable, opposite, forms }]) => {
    const showing = showingOf(item);
    if (showing === "never") return [];
    return [{ favourable, opposite }, ...Object.values(forms)].flatMap((one) => [
      ...(one.favourable ? [{ path: `results/${item}`, text: `${one.favourable[language]}.` }] : []),
      ...(one.opposite && showing === "board" ? [{ path: `results/${item}`, text: `${one.opposite[language]}.` }] : []),
    ]);
  });
  return [...below("results", SAID_WORDS[language]), ...told];
}

interface Spoken {
  readonly papers: readonly Paper[];
  /** By survey: whom a child can turn to. */
  readonly supportPlans: Readonly<Record<string, string>>;
}

/** With the place of each, which is also where a recording of it lies below `recorded/<language>/`. */
export function spokenTexts(language: Language, { papers, supportPlans }: Spoken): PlacedText[] {
  return [
    ...wordsTexts(language),
    ...resultTexts(language),
    ...dateWords(language).map((text) => ({ path: `dates/${text}`, text })),
    ...Object.entries(supportPlans).map(([survey, text]) => ({ path: `surveys/${survey}/support`, text })),
    ...papers.flatMap(papersTexts),
  ];
}
