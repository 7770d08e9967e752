/**
 * A leader's page as its components draw it: one release in one language, rounded to what is shown, its sentences made. Smaller
 * than the release, so that what a browser is sent stays small too.
 */
import type { FormName } from "#surveys/paper/form";
import type { Theme } from "#surveys/paper/paper";
import type { Index } from "#surveys/scoring/indices";
import type { Response } from "#surveys/results/floors";
import type { Hidden } from "#server/releases/contract";

/** Whole numbers from 0 to 100. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Figure extends Range {
  readonly value: number;
}

type Certainty = "precise" | "rough" | "uncertain" | "fairly-certain" | "maybe" | "cannot-tell";

/** Who may answer: what the head calls them. */
export type Asked = "children" | "young" | "both" | "parents" | "staff" | "mixed";

export interface HeardGroup {
  readonly form: FormName;
  /** Several where groups were counted as one. */
  readonly names: readonly string[];
  readonly invited: number;
  readonly participants?: number;
}

export interface ToldFinding {
  readonly text: string;
  readonly basis: readonly string[];
  readonly theme?: Theme;
  readonly form?: FormName;
  /** What an action about it is held to the next time. */
  readonly index?: Index;
  readonly certainty: Certainty;
}

export interface Talk {
  readonly lead: string;
  readonly questions: readonly string[];
  /** `hard`: held against the municipality; `lowest`: of its own themes. */
  readonly why: "hard" | "lowest" | "fell";
  /** Whom to talk with. */
  readonly who: "children" | "young";
  readonly form: FormName;
  readonly index: Index;
}

export interface PastPoint {
  readonly title: string;
  readonly value: number;
  /** The change model's. */
  readonly band: Range;
}

type ChangeWord = "first" | "cannot-compare" | "cannot-tell" | "up" | "down" | "maybeUp" | "maybeDown";

export interface IndexLine extends Figure {
  readonly form: FormName;
  readonly index: Index;
  /** The change model's, where the bar is held against something. */
  readonly band: Range;
  readonly municipality?: number;
  readonly change: { readonly word: ChangeWord; readonly by: number };
  /** Oldest first, this round last; empty where there is no other. */
  readonly history: readonly PastPoint[];
}

export interface ThemeCardView {
  readonly theme: Theme;
  /** Empty: asked about, but by too few for one number. */
  readonly lines: readonly IndexLine[];
}

export interface HiddenForm {
  readonly form: FormName;
  readonly reason: Hidden;
}

interface HardshipFigures {
  readonly text: string;
  /** In none, one, two, three or more themes. */
  readonly shares: readonly Figure[];
}

export interface HardshipView extends HardshipFigures {
  readonly form: FormName;
  /** The same form in all of its area, this institution included. */
  readonly area?: HardshipFigures;
}

export interface ShareRow extends Figure {
  readonly label: string;
  readonly isGood: boolean;
}

export type HowMany = "few" | "some" | "many";
type Unanswered = "declined" | "not-understood" | "none";

export interface QuestionView {
  readonly id: string;
  readonly text: string;
  readonly kind: "one" | "several" | "rank";
  readonly base: number;
  /** Empty below the floor. */
  readonly rows: readonly ShareRow[];
  readonly unanswered: readonly { readonly why: Unanswered; readonly howMany: HowMany }[];
}

/** `rows` is empty below the floor. */
export interface PlaceView {
  readonly name: string;
  readonly rows: readonly ShareRow[];
}

/** Drawn on the server: SVG of our own making. */
export interface PlanView {
  readonly drawing: string;
  /** In the order of a place's rows. */
  readonly stickers: readonly { readonly label: string; readonly drawing: string }[];
  /** In the order of the places, in percent of the plan's width and height. */
  readonly spots: readonly { readonly x: number; readonly y: number }[];
  /** How far a share may be from the children's own, in points. */
  readonly within: number;
}

export interface PlaceMapView {
  readonly id: string;
  readonly text: string;
  readonly places: readonly PlaceView[];
  /** Absent where the survey has none, or nothing can be told of any place. */
  readonly plan?: PlanView;
}

export interface ThemeDetails {
  readonly theme: Theme;
  readonly questions: readonly QuestionView[];
  readonly maps: readonly PlaceMapView[];
}

/** Of those who gave one of the most positive answers, how a sentence about them ends: "keder sig sjældent her". */
interface GroupShare extends Figure {
  readonly ending: string;
}

export interface GroupView {
  readonly name: string;
  readonly isTogether: boolean;
  readonly isSnapshot: boolean;
  readonly indices: readonly (Figure & { readonly index: Index })[];
  readonly questions: readonly GroupShare[];
}

export interface FormDetails {
  readonly form: FormName;
  readonly isSnapshot: boolean;
  readonly themes: readonly ThemeDetails[];
  /** In the order of their names; empty where the round promised none. */
  readonly groups: readonly GroupView[];
}

export interface LeaderPageView {
  readonly roundId: string;
  readonly institution: string;
  readonly title: string;
  readonly closedOn: string;
  readonly owner: string;
  readonly asked: Asked;
  readonly invited: number;
  readonly participants?: number;
  readonly response: Response;
  readonly isMoreThanInvited: boolean;
  readonly forms: readonly FormName[];
  readonly heard: readonly HeardGroup[];
  readonly findings: readonly ToldFinding[];
  readonly talk?: Talk;
  readonly themes: readonly ThemeCardView[];
  readonly hidden: readonly HiddenForm[];
  readonly hardship: readonly HardshipView[];
  readonly details: readonly FormDetails[];
}
