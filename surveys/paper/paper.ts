/**
 * A paper is one form of a survey (one age band, one language) in the lean shape that the player
 * draws. It carries its own words, pictures (as data) and sounds; it knows no survey-core.
 * `surveys/engine` compiles papers from SurveyJS JSON.
 */
import type { Drawable } from "../pictures/picture";
import type { AgeBand, FormName } from "./form";
import type { Direction, Language } from "./language";

export type { AgeBand } from "./form";

/** The theme of an item decides the colour of the whole page behind it. */
export const THEMES = ["trust", "belong", "learn", "calm", "self", "voice"] as const;
export type Theme = (typeof THEMES)[number];

/**
 * How an item is answered: a word of the paper, described in `surveys/scales`. All but the last four are answered by
 * choosing; their answers are values of `choices`.
 */
export const SCALES = [
  "two-pictures",
  "two-step",
  "three-pictures",
  "faces",
  "again",
  "tokens",
  "options",
  "ladder",
  "choose-pictures",
  "rank-pictures",
  "pairs",
  "place-map",
  "text",
  "drawing",
  "voice-note",
  "photo",
] as const;
export type Scale = (typeof SCALES)[number];

/** Two answers every item has, with codes of their own, never a mid-point: "Vil ikke svare" and "Forstår ikke". */
export const NON_ANSWERS = ["declined", "not-understood"] as const;
export type NonAnswer = (typeof NON_ANSWERS)[number];

/**
 * Answers as SurveyJS keeps them: one choice, several choices (`choose-pictures` as the form lists them, `rank-pictures`
 * from best to least, `place-map` as `<place>=<sticker>`), or text (`text`; `drawing` as strokes of an SVG path).
 */
export type AnswerValue = string | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;
/** Items the child met but did not answer, with the reason. An item stands in one of the two records, never both. */
export type NonAnswers = Readonly<Record<string, NonAnswer>>;

/** A picture without its text alternatives: a paper has the one of its language beside it, as `alt`. */
export type PaperPicture = Drawable;

export interface PaperChoice {
  readonly value: string;
  readonly label: string;
  /** Always there from 0 to 9 years; older ones and adults may have words alone. */
  readonly picture?: PaperPicture;
  /** What the picture shows, in the paper's language. */
  readonly alt?: string;
  /** URL of a recorded or synthetic voice, when there is one; else the device's own voice reads `label`. */
  readonly sound?: string;
}

/** What is known of the one who answers without asking: the group's and institution's names, the institution's kind. */
export const FACTS = ["group", "institution", "kind"] as const;
export type Fact = (typeof FACTS)[number];
export type Facts = Readonly<Partial<Record<Fact, string>>>;

/** A condition on earlier answers and on facts, as a small syntax tree. */
export type Condition =
  | { readonly op: "answered"; readonly item: string }
  | { readonly op: "equals" | "contains"; readonly item: string; readonly value: string }
  /** Of items whose values are whole numbers (`ladder`, `tokens`). */
  | { readonly op: "at-least" | "at-most"; readonly item: string; readonly number: number }
  | { readonly op: "fact"; readonly fact: Fact; readonly value: string }
  | { readonly op: "not"; readonly of: Condition }
  | { readonly op: "and" | "or"; readonly of: readonly Condition[] };

/** One place on the plan of a `place-map`; `x` and `y` in percent of the plan's width and height. */
interface PaperPlace {
  readonly value: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface PaperItem {
  readonly name: string;
  readonly type: Scale;
  readonly theme: Theme;
  /** May hold `{name}` of an earlier item of choices or `{fact}`; `fillIn` (pipe.ts) puts the words in, always as text. */
  readonly question: string;
  /** The word of the question that carries the meaning; the page marks it. */
  readonly stress?: string;
  /** What is read aloud when that is not the question as it is written. */
  readonly narration?: string;
  readonly sound?: string;
  /** The question in simpler words, for who did not understand it. */
  readonly simpler?: string;
  /** What the question is about. */
  readonly picture?: PaperPicture;
  /** What that picture shows, in the paper's language. */
  readonly alt?: string;
  /** Empty for `text`, `drawing`, `voice-note` and `photo`; the stickers of a `place-map`. */
  readonly choices: readonly PaperChoice[];
  /** The places of a `place-map`. */
  readonly places?: readonly PaperPlace[];
  /** Most choices that may be chosen (`choose-pictures`) or ranked (`rank-pictures`). */
  readonly maxChoices?: number;
  /** Most characters (`text`, and a `drawing` told in words) where the question sets a limit of its own. */
  readonly maxLength?: number;
  readonly visibleIf?: Condition;
  /** Shown, but not to be answered before this holds. */
  readonly enableIf?: Condition;
  /** Tried before the first question; never sent. */
  readonly isPractice?: true;
}

/** What stands on one page: items by name, or a rest (`rest`: a picture and a sentence, nothing to answer). */
export type PaperPage = { readonly items: readonly string[]; readonly title?: string } | { readonly rest: string };

export interface Paper {
  readonly survey: string;
  readonly version: number;
  readonly form: FormName;
  /** The age band whose looks the form follows; adults' forms have none. */
  readonly band?: AgeBand;
  readonly locale: Language;
  readonly dir: Direction;
  readonly title: string;
  /** What the survey is about, in the child's words; one or two short sentences. */
  readonly about: string;
  readonly items: readonly PaperItem[];
  /** Every item stands on exactly one page, in the order of `items`. */
  readonly pages: readonly PaperPage[];
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
