/** A class dialogue: what a class is shown on a projector, one item at a time, and what it proposes. No figure but these leaves the server. */
import type { FormName } from "#surveys/paper/form";
import type { LocalText } from "#surveys/paper/local-text";
import type { Theme } from "#surveys/paper/paper";
import type { Drawable } from "#surveys/pictures/picture";
import type { Quantity } from "#surveys/results/quantity";
import type { Index } from "#surveys/scoring/indices";

/** Days are too long and an hour too short: what is opened in the morning is shown the same day. */
export const DIALOGUE_HOURS = 12;
export const MOST_PROPOSALS = 60;
export const MOST_PROPOSED = 400;

/** As much of a share as a board may draw: tenths from two to eight, and no other number. */
export interface BoardFigure {
  /** Whose: the class's own, or everybody's of this form in the institution. */
  readonly of: "group" | "institution";
  /** How many answered the survey. */
  readonly participants: number;
  readonly dots: number;
  readonly quantity: Quantity;
  /** Tenths; only where the quantity is `between`. */
  readonly between?: readonly [from: number, to: number];
  /** What those of the dots say: "er med til at bestemme". */
  readonly ending: LocalText;
}

export interface BoardCard {
  readonly item: string;
  readonly index: Index;
  readonly theme: Theme;
  readonly question: LocalText;
  /** Absent where nothing may be drawn: then the class has the question alone. */
  readonly figure?: BoardFigure;
  /** What the leader's page says is worth a conversation: it fell, or children find it hard. */
  readonly isSignal: boolean;
  /** To talk about two and two. */
  readonly talk: readonly LocalText[];
}

/** The item's own picture, out of the survey. */
export interface BoardPicture {
  readonly item: string;
  readonly picture: Drawable;
}

/** Whom a dialogue is for: a form, and of it a group that has figures of its own; without one the whole institution. */
export interface Audience {
  readonly form: FormName;
  /** Names of the groups that were counted together. */
  readonly group?: readonly string[];
}

export const groupKey = (names: readonly string[]): string => names.join(" + ");

/** As it stands in a form: `6-9`, or `6-9/1. A + 1. B`. */
export const audienceKey = ({ form, group }: Audience): string => (group ? `${form}/${groupKey(group)}` : form);

/** A link that is not over yet, under the hash of its token: what it shows, not how to open it. */
export interface OpenLink extends Audience {
  readonly id: string;
  readonly expiresAt: string;
}

export interface Board extends Audience {
  readonly institutionName: string;
  readonly roundTitle: LocalText;
  readonly expiresAt: string;
  readonly cards: readonly BoardCard[];
  readonly pictures: readonly BoardPicture[];
}
