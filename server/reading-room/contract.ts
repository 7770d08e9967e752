/**
 * A writing is what one child made in answer to one item, in its own words: read by an editor from outside, and tied to no
 * answer, group, time or order. Voices and photos can join it as further kinds.
 */
import type { Day } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { Language } from "#surveys/paper/language";
import type { LocalText } from "#surveys/paper/local-text";
import type { Theme } from "#surveys/paper/paper";

/** A drawing is strokes of an SVG path, as the player makes them. */
export const WRITING_KINDS = ["text", "drawing"] as const;
type WritingKind = (typeof WRITING_KINDS)[number];

/**
 * `waiting` → `read`, `quoted`, or `worrying` → `acted`. From `read` and `acted` on there is no text; what is left keeps the
 * same answer, sent again, from bringing it back. `quoted` has a text until the quotation stands (service.ts).
 */
export const WRITING_STATES = ["waiting", "worrying", "read", "quoted", "acted"] as const;
export type WritingState = (typeof WRITING_STATES)[number];

/** What an editor may say that it has done: fixed words, so that nothing about a child is written here. */
export const DONE_WORDS = ["report", "family", "emergency", "head", "again"] as const;
export type DoneWord = (typeof DONE_WORDS)[number];

/** As intake hands it over. */
export interface NewWriting {
  /** HMAC under the round's secret of the answer's id and the item: after sealing it leads nowhere. */
  readonly id: string;
  readonly kind: WritingKind;
  readonly round: string;
  readonly institution: string;
  readonly form: FormName;
  readonly item: string;
  readonly language: Language;
  readonly text: string;
}

export interface Writing extends Omit<NewWriting, "text"> {
  readonly text?: string;
  /** Without names: what may be shown of it. */
  readonly cleansed?: string;
  /** For the clock alone; gone when it is read. */
  readonly arrivedOn?: Day;
  readonly state: WritingState;
  /** Counts the deeds: each is done to what its editor has seen. */
  readonly version: number;
  readonly worriedAt?: Date;
  /** Who said so; the other editor may find that it is none. */
  readonly worriedBy?: string;
  /** When somebody noticed that nobody had read it, or done anything, in time. */
  readonly escalatedAt?: Date;
  readonly done?: readonly DoneWord[];
  readonly doneOn?: Day;
}

export const WRITING_DEEDS = ["fine", "worry", "cleanse", "quote", "done"] as const;
export type WritingDeed = (typeof WRITING_DEEDS)[number];

/** One of the queue. A form with few children is not named, nor its question, which would name it. */
export interface WritingLine {
  readonly id: string;
  readonly kind: WritingKind;
  readonly language: Language;
  readonly theme: Theme;
  readonly form?: FormName;
  /** In the reader's own language. */
  readonly question?: LocalText;
  readonly state: "waiting" | "worrying";
  /** ISO. */
  readonly dueAt: string;
  readonly isOverdue: boolean;
  /** The one who reads it stands in for the editor. */
  readonly isDeputy: boolean;
}

/** The one that is being read. */
export interface OpenWriting extends WritingLine {
  readonly version: number;
  readonly text: string;
  readonly cleansed?: string;
  readonly mostCharacters: number;
  /** Words that may be names in what would be released. */
  readonly maybeNames: readonly string[];
  /** Told only when it worries. */
  readonly worry?: { readonly arrivedOn: Day; readonly institution: string };
}

/** A quotation that is shown, for those who may take it back. */
export interface ReleasedLine {
  readonly id: string;
  readonly round: string;
  readonly title: LocalText;
  readonly institution: string;
  readonly text: string;
  readonly language: Language;
  readonly theme: Theme;
}

export interface ReadingQueue {
  readonly lines: readonly WritingLine[];
  /** Of the user's rounds: in languages that nobody reads any more. */
  readonly unread: readonly { readonly language: Language; readonly count: number }[];
  readonly released: readonly ReleasedLine[];
}

/** For the administrator: how many, never what. */
export interface Backlog {
  readonly round: string;
  readonly title: LocalText;
  readonly language: Language;
  readonly waiting: number;
  readonly worrying: number;
  readonly overdue: number;
  readonly hasReader: boolean;
}

/** What children of an institution have written that may be shown. */
export interface ShownQuotation {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  readonly theme: Theme;
}

export interface ShownQuotations {
  /** Counts what has been released and taken back; 0 when nothing ever was. */
  readonly version: number;
  readonly quotations: readonly ShownQuotation[];
  /** Something that a child wrote is still kept. */
  readonly hasOwnWords: boolean;
}
