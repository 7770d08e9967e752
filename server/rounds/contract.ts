/** A round: one survey, offered to declared groups, in a window, for a purpose, with an owner and a feedback date. */
import { z } from "zod";
import type { Language } from "#surveys/paper/language";
import { LANGUAGES } from "#surveys/paper/language";
import type { LocalText } from "#surveys/paper/local-text";

/** draft → open → closed → sealed; `sealing` is the short way between the last two, repeatable after a crash. */
export const ROUND_STATES = ["draft", "open", "closed", "sealing", "sealed"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What an administrator's form asks for; `early` accepts that answers still on their way are lost. */
export const ROUND_DEEDS = ["open", "close", "seal"] as const;
export const roundDeedForm = z.object({
  round: z.string().min(1).max(64),
  do: z.enum(ROUND_DEEDS),
  early: z.literal("yes").optional(),
});

/** How keys reach children; it decides the label (privacy-and-statistics). */
export const KEY_WAYS = ["pile", "listed", "posted"] as const;
type KeyWay = (typeof KEY_WAYS)[number];

/** How fine the results of a round are: each group's own, or the institution's alone. */
export const RESULTS_PER = ["group", "institution"] as const;
type ResultsPer = (typeof RESULTS_PER)[number];

/** Users who read what children write and draw in a language: the deputy when the editor is away. */
export interface EditorPair {
  readonly language: Language;
  /** Ids of users. */
  readonly editor: string;
  readonly deputy: string;
}

/** Why somebody does not read, although a round says so; `round.…` among the problems. */
export type EditorFault = "unknownEditor" | "notEditor" | "ownEditor";

export interface Round {
  readonly id: string;
  readonly title: LocalText;
  readonly survey: string;
  readonly surveyVersion: number;
  readonly groupIds: readonly string[];
  /** Those of its groups. */
  readonly institutionIds: readonly string[];
  /** Absent: per institution. Decided before it opens, and told with it. */
  readonly resultsPer?: ResultsPer;
  /** From opening on, where results are per group: groups of fewer than ten are together with others. */
  readonly leaves?: readonly (readonly string[])[];
  readonly purpose: LocalText;
  /** The role, never a person's name, that owes the children feedback. */
  readonly ownerRole: LocalText;
  /** The role that reads the children's own words; a round whose survey takes some does not open without one. */
  readonly readerRole?: LocalText;
  /** One for each language in which own words are asked for (editors.ts); absent where none are. */
  readonly editors?: readonly EditorPair[];
  readonly feedbackDueAt: Date;
  readonly legalBasis: string;
  readonly controller: string;
  readonly dpiaReference: string;
  readonly keyWay: KeyWay;
  readonly graceDays: number;
  /** The midnights around its days, as `roundWindow` makes them (window.ts). */
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly state: RoundState;
  readonly closedAt?: Date;
  readonly sealedAt?: Date;
}

const day = z.iso.date({ error: "a day as 2027-01-31" });
const words = z.string().trim().min(1).max(400);
const bothLanguages = z.strictObject({ da: words, en: words });
const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens");

const TWO = "a language has an editor and a deputy, by their users' names";
const person = z.string({ error: TWO }).trim().toLowerCase().min(1, TWO).max(80);
const editorPair = z
  .strictObject({
    language: z.enum(LANGUAGES, { error: `a language of ${LANGUAGES.join(", ")}` }),
    editor: person,
    deputy: person,
  })
  .refine(({ editor, deputy }) => editor !== deputy, "the editor and the deputy are two people");

/** What a draft is made of: a round opens with the same checks, whoever made it. Days are whole, both ends included. */
export const newRound = z.strictObject({
  id,
  title: bothLanguages,
  survey: z.string().min(1).max(60),
  surveyVersion: z.int().min(1),
  groupIds: z.array(z.string().min(1).max(64)).min(1).max(5000),
  resultsPer: z.enum(RESULTS_PER),
  firstDay: day,
  lastDay: day,
  feedbackDay: day,
  purpose: bothLanguages,
  ownerRole: bothLanguages,
  readerRole: bothLanguages.optional(),
  editors: z
    .array(editorPair)
    .min(1)
    .refine((pairs) => new Set(pairs.map(({ language }) => language)).size === pairs.length, "each language once")
    .optional(),
  legalBasis: words,
  controller: words,
  dpiaReference: words,
  keyWay: z.enum(KEY_WAYS),
  graceDays: z.int().min(0).max(14),
});
export type NewRound = z.infer<typeof newRound>;
/** By the names of users. */
export type NewEditors = NonNullable<NewRound["editors"]>;

/** What a list of rounds tells of each. */
export const ROUND_LINE = [
  "title",
  "state",
  "opensAt",
  "closesAt",
  "closedAt",
  "feedbackDueAt",
  "keyWay",
  "graceDays",
  "sealedAt",
  "readerRole",
] as const;
export type RoundLine = Pick<Round, "id" | (typeof ROUND_LINE)[number]>;

/** Answers of one institution so far, rounded down to fives. */
export interface HeardCount {
  readonly institution: string;
  readonly atLeast: number;
}

export interface HeardSoFar {
  readonly countedAt: Date;
  readonly counts: readonly HeardCount[];
}

/** Who is to read own words, as the administrator sees it. */
export interface EditorLine {
  readonly name: string;
  /** Not any more, or not here. */
  readonly fault?: EditorFault;
}

/** One line of the administrator's page. Dates are ISO strings, because it travels to a browser. */
export interface RoundOverview {
  readonly id: string;
  readonly title: LocalText;
  readonly state: RoundState;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly closedAt?: string;
  readonly graceEndsAt?: string;
  /** For how long answers already given may arrive after closing. */
  readonly graceDays: number;
  readonly sealedAt?: string;
  readonly feedbackDueAt: string;
  readonly ownerRole: LocalText;
  /** Who reads the children's own words, where the round names one. */
  readonly readerRole?: LocalText;
  readonly takesOwnWords: boolean;
  readonly editors: readonly {
    readonly language: Language;
    readonly editor: EditorLine;
    readonly deputy: EditorLine;
  }[];
  /** A draft whose survey takes own words, and that does not name everybody who reads them: it cannot open. */
  readonly needsReader: boolean;
  /** Languages in which the children may answer, but whose words nobody who speaks them has signed yet. */
  readonly unreviewedLanguages: readonly Language[];
  readonly resultsPer: ResultsPer;
  /** Of a draft: how often one of its questions has been told by group already, in this school year (asked-before.ts). */
  readonly askedBefore: number;
  readonly invited: number;
  /** The only live figure: answers per institution, rounded down to fives, at most an hour old. */
  readonly institutions: readonly {
    readonly id: string;
    readonly name: string;
    readonly invited: number;
    readonly heardAtLeast: number;
    /** Of the page on which its children read what became of their answers; none in a draft from before there were any. */
    readonly resultCode?: string;
  }[];
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
  readonly maySeal: boolean;
  /** Sealing now would refuse answers still on their way: it needs an explicit yes. */
  readonly isInGrace: boolean;
  /** Its secrets are lost: it may have been sealed before, and waits for an operator's word. */
  readonly isInDoubt: boolean;
}
