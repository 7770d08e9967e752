/** Receipts, which of the keys found is the one a child means, and what a survey may know of where a child is asked. */
import type { Facts } from "#surveys/paper/paper";
import type { Group, Institution } from "../organisation/contract";
import { LETTER_ALPHABET } from "./contract";

/** Six letters of a signature of the response's id: the same for the same response, and no way back without the pepper. */
export function receiptFor(hash: string): string {
  return Array.from({ length: 6 }, (_, index) => {
    const number = Number.parseInt(hash.slice(index * 4, index * 4 + 4), 16);
    return LETTER_ALPHABET[number % LETTER_ALPHABET.length] ?? "B";
  }).join("");
}

const rank = { unclaimed: 0, claimed: 1, spent: 2 };

/** Pictures may open keys of two rounds at once: first the one not yet used. */
export function preferUnused<Key extends { readonly state: keyof typeof rank }>(keys: readonly Key[]): Key[] {
  return [...keys].sort((a, b) => rank[a.state] - rank[b.state]);
}

/**
 * What questions may depend on, and name: the same for the child that is asked and for the server that checks. Of a house
 * of several kinds the first is the one.
 */
export function groupFacts(group: Group, institution: Institution): Facts {
  return { group: group.name, institution: institution.name, kind: institution.kinds[0] ?? "" };
}
