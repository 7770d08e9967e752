/** Every Danish text that children and parents meet in other languages too, with the languages it has been written in. */
import { bank } from "../bank/bank";
import type { BankForm, Wording } from "../bank/item-shape";
import { definitions } from "../definitions/index";
import labelWords from "../labels/child-label-words.json" with { type: "json" };
import type { Language } from "../paper/language";
import { LANGUAGES } from "../paper/language";
import { childWords } from "../paper/words/child-words";
import answerSets from "../scales/answer-sets.json" with { type: "json" };

export type Translated = Exclude<Language, "da">;
export const TRANSLATED: readonly Translated[] = LANGUAGES.filter((language) => language !== "da");

export interface DanishText {
  /** `item/glad/6-9`, `words/player.stop` … */
  readonly key: string;
  readonly danish: string;
  readonly languages: readonly Translated[];
}

type ByLanguage<T> = Readonly<Partial<Record<Language, T>>>;

/** A text in the languages that have one; nothing where the Danish is empty. */
function textOf<T>(key: string, words: ByLanguage<T>, say: (one: T) => readonly string[]): DanishText[] {
  const danish = words.da ? say(words.da).join("\n") : "";
  const languages = TRANSLATED.filter((language) => words[language] !== undefined);
  return danish === "" ? [] : [{ key, danish, languages }];
}

const inOrder = <T>(record: Readonly<Record<string, T>> = {}): T[] =>
  Object.keys(record)
    .toSorted()
    .flatMap((name) => record[name] ?? []);

const wordsOf = ({ question, narration = "", simpler, answers, places }: Wording): string[] => [
  question,
  narration,
  ...(simpler === undefined ? [] : [simpler]),
  ...inOrder(answers).map(({ label }) => label),
  ...inOrder(places),
];

const picturesOf = ({ alt, answers }: Wording): string[] => [alt, ...inOrder(answers).map((answer) => answer.alt)];

function itemTexts(): DanishText[] {
  return bank.flatMap(({ name, forms }) =>
    Object.entries<BankForm | undefined>(forms).flatMap(([form, asked]) => [
      ...textOf(`item/${name}/${form}`, asked?.wording ?? {}, wordsOf),
      ...textOf(`item/${name}/${form}/pictures`, asked?.wording ?? {}, picturesOf),
    ]),
  );
}

interface SetWording {
  readonly answers: Readonly<Record<string, string>>;
  readonly alts?: Readonly<Record<string, string>>;
}

function setTexts(): DanishText[] {
  // A wide type over the file's own, in which every set has other answers.
  const sets: Readonly<Record<string, { readonly wording: ByLanguage<SetWording> }>> = answerSets;
  return Object.entries(sets).flatMap(([name, { wording }]) =>
    textOf(`set/${name}`, wording, ({ answers, alts }) => [...inOrder(answers), ...inOrder(alts)]),
  );
}

/** Every text below a value, by its path; what is no text (`reviewed`) is none. */
function leaves(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => leaves(one, path === "" ? name : `${path}.${name}`));
}

/** One text a leaf, of a tree of words that every language has. */
function leafTexts(prefix: string, treeOf: (language: Language) => unknown): DanishText[] {
  const byLanguage = new Map(LANGUAGES.map((language) => [language, new Map(leaves(treeOf(language)))]));
  return [...(byLanguage.get("da") ?? [])].map(([path, danish]) => ({
    key: `${prefix}/${path}`,
    danish,
    languages: TRANSLATED.filter((language) => byLanguage.get(language)?.has(path)),
  }));
}

interface SurveyWords {
  readonly slug: string;
  readonly version: number;
  readonly title: ByLanguage<string>;
  readonly about: Readonly<Record<string, ByLanguage<string>>>;
  readonly supportPlan?: Readonly<Record<string, ByLanguage<string>>>;
}

function surveyTexts(): DanishText[] {
  return definitions.flatMap(({ json }) => {
    // Loaded and checked by the engine elsewhere; here only its words are read.
    const { slug, version, title, about, supportPlan = {} } = json as SurveyWords;
    const texts = { title, ...within("about", about), ...within("support", supportPlan) };
    return Object.entries(texts).flatMap(([path, words]) =>
      textOf(`survey/${slug}-${version}/${path}`, words, (text) => [text]),
    );
  });
}

const within = <T>(name: string, byForm: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(byForm).map(([form, words]) => [`${name}.${form}`, words]));

export function danishTexts(): DanishText[] {
  return [
    ...itemTexts(),
    ...setTexts(),
    ...leafTexts("words", childWords),
    ...leafTexts("label", (language) => labelWords[language]),
    ...surveyTexts(),
  ];
}
