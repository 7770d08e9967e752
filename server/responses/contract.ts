/**
 * What a child's device and the server say to each other: the key, the invitation it opens, the
 * submission and its receipt. Safe in a browser; zod stays on the server's side of the bundle
 * (`submission.ts`), so that the child's page need not carry it.
 */
import type { OwnWay } from "#server/guessing/contract";
import type { Answers, Facts, NonAnswers, Paper } from "#surveys/paper/paper";
import type { FormName } from "#surveys/paper/form";
import type { Language } from "#surveys/paper/language";
import type { Voices } from "#surveys/narration/voices";
import type { PlayerWords } from "#surveys/paper/words/words";

/** What a helper did; stored with the answer because it colours it. */
export const HELPER_DEEDS = ["none", "read", "pointed", "interpreted"] as const;
export type HelperDeed = (typeof HELPER_DEEDS)[number];

export const MODES = ["solo", "helper", "class", "kiosk"] as const;
export type Mode = (typeof MODES)[number];

/** The answers of one institution's form in one round: what is counted and deleted in one go. */
export interface FormScope {
  readonly round: string;
  readonly institution: string;
  readonly band: FormName;
}

export type { KeyReference, Place } from "./key-text";
export {
  LETTER_ALPHABET,
  UNREADABLE,
  addressOf,
  canonicalKey,
  formatKey,
  parseGroupCode,
  parseKey,
  plainText,
  readPlace,
} from "./key-text";

export interface Submission {
  readonly round: string;
  /** As `formatKey` writes it. */
  readonly key: string;
  readonly band: FormName;
  readonly locale: Language;
  readonly mode: Mode;
  readonly helper: HelperDeed;
  /** Of the page that was opened with this key (`Invitation.opened`). */
  readonly opened?: string;
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

export interface Receipt {
  readonly responseId: string;
  /** The same for the same response, however often it is sent. */
  readonly receipt: string;
  /** ISO date on which the child hears what happens. */
  readonly feedbackDueAt: string;
}

/** What a child's key opens: everything the pages of one answer need. */
export interface Invitation {
  readonly roundId: string;
  /** Shows, when it comes back, that the key was right: the page can be sent although guessing is paused. */
  readonly opened: string;
  readonly paper: Paper;
  /** The words around the paper, in its language. */
  readonly words: PlayerWords;
  /** What reads all of it aloud. */
  readonly voices: Voices;
  /** The languages in which this paper is complete. */
  readonly languages: readonly Language[];
  /** What the paper's conditions and words may know without asking. */
  readonly facts: Facts;
  readonly mode: Mode;
  readonly institutionName: string;
  readonly groupName: string;
  readonly ownerRole: string;
  /** Who reads what is written, where this paper asks for own words. */
  readonly readerRole?: string;
  readonly feedbackDueAt: string;
  /** Of the page on which the children of this institution read what came of their answers. */
  readonly resultCode?: string;
  /** From the label engine, never typed in. */
  readonly label: {
    readonly title?: string;
    readonly sentences: readonly string[];
    readonly helperSentence: string;
  };
  /** Whom a child can turn to, where a survey asks about what may hurt. */
  readonly supportPlan?: string;
  readonly isInvented: boolean;
  /** The round takes no new answers any more: only one that was begun goes on, and is sent. */
  readonly isClosing: boolean;
}

/** What stands behind a group's own link before a child has shown its pictures or letters. */
export interface GroupDoor {
  readonly groupCode: string;
  readonly groupName: string;
  readonly institutionName: string;
  /** How the keys of this group are brought … */
  readonly ways: readonly OwnWay[];
  /** … and which of that waits, because there were many misses. */
  readonly pausedWays: readonly OwnWay[];
  readonly isInvented: boolean;
}
