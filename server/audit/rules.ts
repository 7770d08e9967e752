/** The chain of the audit: each entry carries the hash of the one before. Pure. */
import type { Actor } from "../accounts/contract";
import { OPERATOR } from "../accounts/rules";
import { hashJson } from "../lib/canonical-json";
import type { AuditActor, ChainFault, Entry } from "./contract";

/** The end of a chain. */
export interface Tail {
  readonly number: number;
  readonly hash: string;
}

export const BEGINNING: Tail = { number: 0, hash: "0".repeat(64) };

export type Unchained = Omit<Entry, "number" | "previous" | "hash">;

const hashOf = (entry: Entry): string => hashJson({ ...entry, hash: undefined });

/** The next link after `tail`. */
export function chain(entry: Unchained, tail: Tail): Entry {
  const linked = { ...entry, number: tail.number + 1, previous: tail.hash };
  return { ...linked, hash: hashJson(linked) };
}

/** What is wrong with an entry that should follow `tail`. */
export function faultAfter(tail: Tail, entry: Entry): ChainFault | undefined {
  if (entry.number !== tail.number + 1) return { kind: "missing", number: tail.number + 1 };
  if (hashOf(entry) !== entry.hash) return { kind: "changed", number: entry.number };
  return entry.previous === tail.hash ? undefined : { kind: "unchained", number: entry.number };
}

/** Nobody is no actor: who has not signed in does nothing that is audited. */
export function auditActorOf(actor: Actor): AuditActor | undefined {
  if (actor.kind === "nobody") return undefined;
  return actor.id === OPERATOR_ID ? { kind: "operator" } : { kind: "user", id: actor.id, role: actor.role };
}

const OPERATOR_ID = OPERATOR.kind === "user" ? OPERATOR.id : "";

export const CLOCK: AuditActor = { kind: "clock" };
export const HOLDER: AuditActor = { kind: "holder" };
