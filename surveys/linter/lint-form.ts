/**
 * A form as the linter sees it: all that a rule may ask about, in every language, whatever file it was read from
 * (a definition, or an item of the bank by itself).
 */
import type { FormName } from "../paper/form";
import type { Language } from "../paper/language";
import type { NonAnswer, Scale } from "../paper/paper";
import type { Drawable } from "../pictures/picture";

export type Words = Readonly<Partial<Record<Language, string>>>;

export interface LintAnswer {
  readonly value: string;
  readonly label: Words;
  readonly alt: Words;
  readonly picture?: Drawable;
  /** Languages in which a narration file lies ready. */
  readonly sounds: readonly Language[];
}

export interface LintItem {
  readonly name: string;
  readonly scale: Scale;
  readonly question: Words;
  /** What is read aloud instead of the question, where that is something else. */
  readonly narration: Words;
  /** The question once more, for who did not understand it. */
  readonly simpler: Words;
  readonly stress: Words;
  readonly alt: Words;
  readonly hasPicture: boolean;
  readonly answers: readonly LintAnswer[];
  /** The names of places, of a place map. */
  readonly places: readonly Words[];
  readonly sounds: readonly Language[];
  readonly isAnchor: boolean;
  /** Ids of the goals of the policy that it shows; absent where nobody has said. */
  readonly goals?: readonly string[];
  /** What it counts towards (`surveys/scoring/indices.ts`). */
  readonly index?: string;
  readonly isPractice: boolean;
  readonly isReverse: boolean;
  readonly isSensitive: boolean;
}

export interface LintForm {
  readonly survey: string;
  readonly form: FormName;
  /** What the survey is about, as the form says it. */
  readonly about: Words;
  readonly items: readonly LintItem[];
  /** The two ways not to answer, as they stand at every question. */
  readonly nonAnswers: Readonly<Record<NonAnswer, Words>>;
  /** What a child of this form who needs somebody is offered; a round with sensitive items is confidential (server/rounds). */
  readonly supportPlan: Words;
}

/** Items that count: without those tried before the first question. */
export function askedItems({ items }: LintForm): LintItem[] {
  return items.filter((item) => !item.isPractice);
}
