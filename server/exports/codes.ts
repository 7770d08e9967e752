/** Every code that stands in an export, and what it means: the codebook's second part. */
import { FORM_NAMES } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";
import type { LocalText } from "#surveys/paper/local-text";
import { FORM_TITLES } from "#surveys/paper/form-titles";
import { THEME_NAMES } from "#surveys/paper/theme-names";
import type { WITHOUT_ANSWER } from "#surveys/results/questions";
import { WITHOUT_STICKER } from "#surveys/results/questions";
import type { Response } from "#surveys/results/floors";
import type { Precision, Quantity } from "#surveys/results/quantity";
import { INDEX_NAMES } from "#surveys/scoring/index-names";
import type { Change, Finding } from "#surveys/results/findings";
import type { Hidden } from "../releases/contract";
import type { ColumnName } from "./columns";

const KINDS = {
  heard: { da: "hvor mange der blev spurgt og deltog", en: "how many were asked and took part" },
  finding: { da: "noget, der skiller sig ud, som på siden", en: "something that stands out, as on the page" },
  index: { da: "et indeks: gennemsnittet af flere spørgsmål", en: "an index: the mean of several items" },
  past: { da: "det samme indeks i en tidligere runde", en: "the same index in an earlier round" },
  item: {
    da: "et spørgsmål: andelen af gode svar, når det har nogen",
    en: "a question: the share of favourable answers, where it has some",
  },
  opposite: { da: "et spørgsmål: andelen af det modsatte svar", en: "a question: the share of the opposite answers" },
  choice: { da: "én svarmulighed af et spørgsmål", en: "one choice of a question" },
  "non-answer": { da: "børn uden et svar på spørgsmålet", en: "children without an answer to the question" },
  hardship: {
    da: "i hvor mange temaer børn har det svært på én gang",
    en: "in how many themes children have it hard at once",
  },
} as const satisfies Record<string, LocalText>;
export type Kind = keyof typeof KINDS;

const LEVELS: Readonly<Record<"institution" | "group" | "area", LocalText>> = {
  institution: { da: "institutionen", en: "the institution" },
  area: {
    da: "hele området: alle institutioner dér med samme skema, også denne",
    en: "the whole area: all institutions there with the same form, this one included",
  },
  group: { da: "en gruppe, eller flere, der blev talt sammen", en: "a group, or several that were counted together" },
};

const RESPONSES: Readonly<Record<Response, LocalText>> = {
  full: { da: "mindst 60 % deltog", en: "at least 60 % took part" },
  snapshot: { da: "30-60 % deltog: et stemningsbillede", en: "30-60 % took part: a snapshot of a mood" },
  "only-rate": { da: "under 30 % deltog: kun hvor mange vises", en: "below 30 % took part: only how many is told" },
};

const HIDDEN: Readonly<Record<Hidden, LocalText>> = {
  nobody: { da: "ingen deltog", en: "nobody took part" },
  "with-area": {
    da: "færre end ti deltog; de er talt sammen med andre små i området",
    en: "fewer than ten took part; they are counted with other small ones of the area",
  },
  "low-response": { da: "under 30 % deltog", en: "below 30 % took part" },
};

const WITHOUT: Readonly<Record<(typeof WITHOUT_ANSWER)[number], LocalText>> = {
  declined: { da: "ville ikke svare", en: "did not want to answer" },
  "not-understood": { da: "forstod ikke spørgsmålet", en: "did not understand the question" },
  none: { da: "intet svar, eller ikke spurgt", en: "no answer, or not asked" },
};

const HARDSHIP: readonly LocalText[] = [
  { da: "svært i intet tema", en: "hard in no theme" },
  { da: "svært i ét tema", en: "hard in one theme" },
  { da: "svært i to temaer", en: "hard in two themes" },
  { da: "svært i tre eller flere temaer", en: "hard in three or more themes" },
];

const CHANGES: Readonly<Record<Change["direction"] | "cannot-tell", LocalText>> = {
  up: { da: "bedre", en: "better" },
  down: { da: "dårligere", en: "worse" },
  "cannot-tell": { da: "kan ikke afgøres", en: "cannot be told" },
};

const CERTAINTIES: Readonly<Record<Change["certainty"] | Precision, LocalText>> = {
  "fairly-certain": {
    da: "Ret sikkert: ændringen er mindst 6 point, og højst en af ti af dem, der kaldes det, er tilfældig (q ≤ 0,09)",
    en: "Fairly certain: the change is at least 6 points, and at most one in ten of those called so is chance (q ≤ 0.09)",
  },
  maybe: {
    da: "Måske: ændringen er mindst 6 point, og p ≤ 0,02; sådan noget sker også tilfældigt",
    en: "Maybe: the change is at least 6 points, and p ≤ 0.02; such things also happen by chance",
  },
  precise: {
    da: "Ret præcist: fra lav til høj er der højst 12 point",
    en: "Fairly precise: from low to high is at most 12 points",
  },
  rough: { da: "Cirka: højst 30 point", en: "Roughly: at most 30 points" },
  uncertain: { da: "Meget usikkert: mere end 30 point", en: "Very uncertain: more than 30 points" },
};

const FINDINGS: Readonly<Record<Finding["kind"], LocalText>> = {
  good: { da: "går godt ved siden af kommunen", en: "good beside the municipality" },
  hard: { da: "er svært ved siden af kommunen", en: "hard beside the municipality" },
  change: { da: "har ændret sig siden sidst", en: "has changed since last time" },
  "first-time": { da: "der er intet at sammenligne med endnu", en: "there is nothing to compare with yet" },
  "cannot-tell": { da: "ingen ændring er sikker", en: "no change is certain" },
  missing: { da: "mange blev ikke hørt", en: "many were not heard" },
};

const QUANTITIES: Readonly<Record<Quantity, LocalText>> = {
  "nearly-all": { da: "næsten alle", en: "nearly all" },
  most: { da: "de fleste", en: "most" },
  "over-half": { da: "over halvdelen", en: "over half" },
  "about-half": { da: "omkring halvdelen", en: "about half" },
  "under-half": { da: "under halvdelen", en: "under half" },
  "few-of": { da: "de færreste", en: "a minority" },
  few: { da: "få", en: "few" },
  between: {
    da: "mellem lav og høj; nøjere kan det ikke siges",
    en: "between low and high; it cannot be said more closely",
  },
};

/** In how many themes it is hard, the last of them "or more". */
export const hardshipCode = (themes: number): string => `themes-${themes}`;

/** An age by itself would be read as a date: 6-9 is the sixth of September. */
export const formCode = (form: FormName): string => (/^\d/.test(form) ? `age-${form}` : form);

/** A column whose cells are codes, a code, and what it means. */
export interface Code {
  readonly column: ColumnName;
  readonly code: string;
  readonly meaning: LocalText;
}

const all = (column: ColumnName, codes: Readonly<Record<string, LocalText>>): Code[] =>
  Object.entries(codes).map(([code, meaning]) => ({ column, code, meaning }));

/** The choices of a question are no codes of ours: their words stand beside them in each row. */
export const CODES: readonly Code[] = [
  ...all("kind", KINDS),
  ...FORM_NAMES.map((form): Code => ({ column: "form", code: formCode(form), meaning: FORM_TITLES[form] })),
  ...all("level", LEVELS),
  ...all("theme", THEME_NAMES),
  ...all("index", INDEX_NAMES),
  ...all("choice", {
    ...WITHOUT,
    [WITHOUT_STICKER]: { da: "stedet fik intet mærke", en: "the place was left alone" },
  }),
  ...HARDSHIP.map((meaning, themes): Code => ({ column: "choice", code: hardshipCode(themes), meaning })),
  ...all("response", RESPONSES),
  ...all("hidden", HIDDEN),
  ...all("change", CHANGES),
  ...all("certainty", CERTAINTIES),
  ...all("finding", FINDINGS),
  ...all("words", QUANTITIES),
];
