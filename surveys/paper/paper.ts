/**
 * A paper is one form of a survey (one age band, one language) in the lean shape that the player
 * draws. It carries its own words, pictures (as data) and sounds; it knows no survey-core.
 * `surveys/engine` compiles papers from SurveyJS JSON.
 */
import type { Picture } from "../pictures/picture";
import type { Locale } from "./local-text";

export const AGE_BANDS = ["0-2", "3-5", "6-9", "10-12", "13-18"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The theme of an item decides the colour of the whole page behind it. */
export const THEMES = ["trust", "belong", "learn", "calm", "self", "voice"] as const;
export type Theme = (typeof THEMES)[number];

export const ITEM_TYPES = ["two-pictures", "three-pictures", "faces", "choose-pictures", "text"] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** Two answers every item has, with codes of their own, never a mid-point: "Vil ikke svare" and "Forstår ikke". */
export const NON_ANSWERS = ["declined", "not-understood"] as const;
export type NonAnswer = (typeof NON_ANSWERS)[number];

/** Answers as SurveyJS keeps them: one choice, several choices, or text. */
export type AnswerValue = string | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;
/** Items the child met but did not answer, with the reason. An item stands in one of the two records, never both. */
export type NonAnswers = Readonly<Record<string, NonAnswer>>;

export interface PaperChoice {
  readonly value: string;
  readonly label: string;
  readonly picture: Picture;
  /** URL of a recorded voice, when there is one; else the device's own voice reads `label`. */
  readonly sound?: string;
}

/** A condition on earlier answers, as a small syntax tree. */
export type Condition =
  | { readonly op: "answered"; readonly item: string }
  | { readonly op: "equals"; readonly item: string; readonly value: string }
  | { readonly op: "contains"; readonly item: string; readonly value: string }
  | { readonly op: "not"; readonly of: Condition }
  | { readonly op: "and" | "or"; readonly of: readonly Condition[] };

export interface PaperItem {
  readonly name: string;
  readonly type: ItemType;
  readonly theme: Theme;
  readonly question: string;
  /** The word of the question that carries the meaning; the page marks it. */
  readonly stress?: string;
  readonly sound?: string;
  /** Empty for `text`. */
  readonly choices: readonly PaperChoice[];
  /** Most choices that may be chosen (`choose-pictures`). */
  readonly maxChoices?: number;
  /** Most characters (`text`). */
  readonly maxLength?: number;
  readonly visibleIf?: Condition;
}

export interface Paper {
  readonly survey: string;
  readonly version: number;
  readonly band: AgeBand;
  readonly locale: Locale;
  readonly dir: "ltr" | "rtl";
  readonly title: string;
  /** What the survey is about, in the child's words; one or two short sentences. */
  readonly about: string;
  readonly items: readonly PaperItem[];
}

/** The picture on the path of dots, and beside a theme in results: a name in the set of things. */
export const THEME_THINGS: Readonly<Record<Theme, string>> = {
  trust: "house-with-garden",
  belong: "playground-slide",
  learn: "books",
  calm: "leaf-fluttering-in-wind",
  self: "mirror",
  voice: "megaphone",
};
