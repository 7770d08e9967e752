/**
 * What a child's device and the server say to each other: the key, the invitation it opens, the
 * submission and its receipt. Safe in a browser; zod stays on the server's side of the bundle
 * (`submission.ts`), so that the child's page need not carry it.
 */
import { KEY_THINGS } from "#surveys/pictures/key-things";
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

/** Consonants that no one mixes up and that spell no words. */
export const LETTER_ALPHABET = "BCDFGHJKMNPRSTVWXZ";

/** A key as a child brings it: the card's own secret (128 bits), or pictures or letters behind a group's link. */
export type KeyReference =
  | { readonly kind: "card"; readonly secret: string }
  | { readonly kind: "group"; readonly groupCode: string; readonly own: string };

const CARD = /^[0-9a-hjkmnp-tv-z]{26}$/;
const GROUP_CODE = /^[0-9a-hjkmnp-tv-z]{10}$/;
const LETTERS = new RegExp(`^[${LETTER_ALPHABET}]{6}$`);

export function isGroupCode(text: string): boolean {
  return GROUP_CODE.test(text);
}

function ownPart(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, "");
  if (LETTERS.test(letters)) return letters;
  const pictures = text.split(".");
  const areKnown = pictures.length === 3 && pictures.every((name) => KEY_THINGS.some((thing) => thing === name));
  return areKnown ? text : undefined;
}

/** Reads `<26 characters>` or `<group code>/<own>`, where own is `fox.bicycle.octopus` or six letters. */
export function parseKey(text: string): KeyReference | undefined {
  if (CARD.test(text)) return { kind: "card", secret: text };
  const [groupCode, ownText, ...rest] = text.split("/");
  if (!groupCode || !ownText || rest.length > 0 || !GROUP_CODE.test(groupCode)) return undefined;
  const own = ownPart(ownText);
  return own ? { kind: "group", groupCode, own } : undefined;
}

export function formatKey(key: KeyReference): string {
  return key.kind === "card" ? key.secret : `${key.groupCode}/${key.own}`;
}

export interface Submission {
  readonly round: string;
  /** As `formatKey` writes it. */
  readonly key: string;
  readonly band: FormName;
  readonly locale: Language;
  readonly mode: Mode;
  readonly helper: HelperDeed;
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
  readonly feedbackDueAt: string;
  /** From the label engine, never typed in. */
  readonly label: {
    readonly code: string;
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
  readonly isInvented: boolean;
}
