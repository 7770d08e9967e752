/** "I sagde – vi gør": what the leader of an institution answers the children of a round, and what is owed when. */
import type { Day } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { LocalText } from "#surveys/paper/local-text";
import type { Theme } from "#surveys/paper/paper";
import type { FeedbackPicture } from "#surveys/pictures/feedback-picture-names";
import type { SaidQuantity } from "#surveys/results/said-words";
import type { Side } from "#surveys/scoring/answer-sides";

/** Who reads or hears it: `young` up to nine years, `older` from ten on, and adults where no child was asked. */
export const AUDIENCES = ["young", "older"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** In the order in which it is told. `not-doing` says why not. */
export const PARTS = ["said", "talked", "doing", "not-doing"] as const;
export type PartName = (typeof PARTS)[number];

/** A sentence of the release that children may be told: how many of them, and which end of the sentence. */
interface SaidSentence {
  /** `<form>:<item>` */
  readonly id: string;
  readonly form: FormName;
  readonly item: string;
  readonly side: Side;
  readonly quantity: SaidQuantity;
  /** "har nogen at være sammen med" */
  readonly ending: LocalText;
}

/** A sentence that may be passed on. */
export interface Proposal {
  readonly sentence: SaidSentence;
  readonly theme: Theme;
  /** Half or more say the best of it. */
  readonly isStrong: boolean;
  /** Percent who say it; of an opposite, below zero: the hardest comes last. */
  readonly share: number;
}

/** The four Fs, as far as a machine can see them. */
export interface FourFs {
  /** Something of every part, of at least one theme; `silentOn`: themes of which nothing is passed on. */
  readonly full: {
    readonly isMet: boolean;
    readonly missing: readonly PartName[];
    readonly silentOn: readonly Theme[];
  };
  /** Sentences and words no longer than the youngest who read it are asked in. */
  readonly friendly: {
    readonly isMet: boolean;
    readonly longest: number;
    readonly mostWords: number;
    readonly longWords: readonly string[];
  };
  readonly fast: { readonly isMet: boolean };
  readonly followedUp: { readonly isMet: boolean };
}

interface Part {
  /** The leader's own words, in Danish. */
  readonly text: string;
  readonly picture?: FeedbackPicture;
}

type Parts = Readonly<Record<PartName, Part>>;

export interface Letter {
  /** Of what the release says, what she passes on. */
  readonly sentences: readonly SaidSentence[];
  readonly parts: Parts;
}

export type Letters = Partial<Readonly<Record<Audience, Letter>>>;

export interface Published {
  /** 1 is the first; an answer that is changed has the next number, and the words of the one before are gone. */
  readonly version: number;
  readonly firstOn: Day;
  readonly on: Day;
  readonly letters: Letters;
}

/** What has happened since: owed three months after the answer, late after six. */
interface FollowUp {
  readonly on: Day;
  readonly texts: Partial<Readonly<Record<Audience, string>>>;
}

/**
 * `answer`: nothing has been published yet; `follow-up`: the answer has, what came of it has not; `done`: both. Days are
 * school days (surveys/paper/school-days.ts).
 */
export interface Owed {
  readonly what: "answer" | "follow-up" | "done";
  /** From when on it is asked for; the answer from the round's end on. */
  readonly fromOn?: Day;
  readonly dueOn?: Day;
  readonly isOverdue: boolean;
  /** School days that are left, or that it is late, as a negative number. */
  readonly schoolDaysLeft?: number;
}

/** What children find under their code. Nothing but what is published, and who owes it: the role, never a person. */
export interface ChildrensResult {
  readonly institutionName: string;
  readonly roundTitle: LocalText;
  readonly closedOn: Day;
  /** About how many took part; absent before sealing, and when fewer than five did. */
  readonly participants?: number;
  readonly ownerRole: LocalText;
  /** Those who were asked. */
  readonly audiences: readonly Audience[];
  readonly isOver: boolean;
  readonly owed: Owed;
  readonly letters: Letters;
  readonly publishedOn?: Day;
  readonly followUp?: FollowUp;
  readonly isInvented: boolean;
}

/** What an institution answers the children of a round. */
export interface Feedback {
  readonly round: string;
  readonly institution: string;
  /** Grows with every change; 0 before the first. */
  readonly revision: number;
  /** What the leader is writing. */
  readonly draft: Letters;
  readonly published?: Published;
  readonly followUp?: FollowUp;
  /** What is being written of what has happened since. */
  readonly followUpDraft?: FollowUp["texts"];
  /** The first day on which the answer was late; it stays when it has come. */
  readonly overdueSince?: Day;
}

/** How far an institution's answer is. */
export interface Standing extends Pick<Feedback, "round" | "institution" | "overdueSince"> {
  readonly published?: Pick<Published, "firstOn">;
  readonly followUp?: Pick<FollowUp, "on">;
}

/** What a leader writes to one audience. */
export interface LetterPage {
  readonly audience: Audience;
  readonly letter: Letter;
  readonly proposals: readonly Proposal[];
  readonly fourFs: FourFs;
}

export interface FeedbackPage {
  readonly institution: { readonly id: string; readonly name: string };
  readonly round: { readonly id: string; readonly title: LocalText; readonly ownerRole: LocalText };
  /** What a form sends back, so that nobody overwrites what another wrote meanwhile. */
  readonly revision: number;
  readonly letters: readonly LetterPage[];
  readonly owed: Owed;
  readonly published?: Published;
  /** What has happened since, as it is written or was told. */
  readonly followUpTexts: FollowUp["texts"];
  /** Three months have passed since the answer: something can be told of what came of it. */
  readonly mayFollowUp: boolean;
  /** Of the children's page. */
  readonly code?: string;
  /** Words of the draft that may be somebody's name. */
  readonly maybeNames: readonly string[];
}

export interface FeedbackPoster {
  readonly institutionName: string;
  readonly roundTitle: LocalText;
  readonly ownerRole: LocalText;
  /** Empty until something is published. */
  readonly letters: Letters;
  /** The children's page, and an SVG of our own making that leads there. */
  readonly scan?: { readonly address: string; readonly drawing: string };
}

/** What an institution owes the children of a round. */
export interface OwedLine {
  readonly round: string;
  readonly institution: string;
  readonly owed: Owed;
}

export const MOST_WORDS = 1200;
