/** Who did what, to what, when, and how it ended: what the audit keeps, and what a page shows of it. */
import type { Role } from "../accounts/contract";

/**
 * Before a deed an entry says that it is intended; a second one answers it: done, refused (with the code that its doer was
 * told), or unclear, where a crash came between and the record does not tell.
 */
export const PHASES = ["intended", "done", "refused", "unclear"] as const;
export type Phase = (typeof PHASES)[number];

/** What deeds are about. */
export const AUDITED_NOUNS = [
  "account",
  "action",
  "audit",
  "dialogue",
  "door",
  "feedback",
  "key",
  "mail",
  "municipality",
  "organisation",
  "quotation",
  "release",
  "round",
  "session",
  "writing",
] as const;
type AuditedNoun = (typeof AUDITED_NOUNS)[number];

/** Who acted: a person, whoever has the machine, time itself, or whoever holds a link. */
export const ACTOR_KINDS = ["user", "operator", "clock", "holder"] as const;

export interface AuditActor {
  readonly kind: (typeof ACTOR_KINDS)[number];
  /** Of a user. */
  readonly id?: string;
  readonly role?: Role;
}

export interface Subject {
  /** `round`, `institution`, `user` … */
  readonly kind: string;
  readonly id: string;
}

export interface Deed {
  readonly actor: AuditActor;
  /** `noun.verb`, as in the table of permissions where it stands there. */
  readonly verb: string;
  readonly subject: Subject;
  /** Where it was done, when it was done at one. */
  readonly institution?: string;
}

/** One link of the chain. Nothing of it changes when it is kept. */
export interface Entry extends Deed {
  /** From 1, without gaps. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly phase: Phase;
  /** The number of the entry that this one answers. */
  readonly of?: number;
  /** Of a refusal. */
  readonly code?: string;
  /** The hash of the entry before; zeros for the first. */
  readonly previous: string;
  /** SHA-256 of the entry's canonical JSON without it. */
  readonly hash: string;
}

/** A deed as a page shows it: its intention and what answered it. `open`: nothing has, yet. */
export interface AuditLine extends Deed {
  readonly number: number;
  readonly at: string;
  readonly outcome: Exclude<Phase, "intended"> | "open";
  readonly code?: string;
  /** Of a user; absent for one who is gone. */
  readonly name?: string;
  /** What the subject is called: a user's name, an institution's. */
  readonly about?: string;
}

export interface AuditFilter {
  /** A noun, or `noun.verb`. */
  readonly verb?: string;
  /** A user's id. */
  readonly user?: string;
  readonly institution?: string;
  /** Whole days of the municipality, both included. */
  readonly from?: string;
  readonly to?: string;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** The number below which the next page begins; absent on the last one. */
  readonly before?: number;
  /** Who can be chosen in the filter, alphabetically. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly nouns: readonly AuditedNoun[];
}

/** What is wrong with a chain, and where. */
export type ChainFault =
  | { readonly kind: "missing" | "changed" | "unchained"; readonly number: number }
  /** Entries at the end are gone: the last that was ever written had this number. */
  | { readonly kind: "cut"; readonly number: number; readonly last: number };

export interface Verified {
  readonly entries: number;
  readonly fault?: ChainFault;
}
