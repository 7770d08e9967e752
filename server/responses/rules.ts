/** Receipts, and which of the keys found is the one a child means. */
import type { StoredKey } from "../keys/store";
import { LETTER_ALPHABET } from "./contract";

/** Six letters of a hash of the response's id: the same for the same response, and no way back to it. */
export function receiptFor(hash: string): string {
  return Array.from({ length: 6 }, (_, index) => {
    const number = Number.parseInt(hash.slice(index * 4, index * 4 + 4), 16);
    return LETTER_ALPHABET[number % LETTER_ALPHABET.length] ?? "B";
  }).join("");
}

/** Pictures may open keys of two rounds at once: first the one not yet used. */
export function preferUnused(keys: readonly StoredKey[]): StoredKey[] {
  const rank = { unclaimed: 0, claimed: 1, spent: 2 };
  return [...keys].sort((a, b) => rank[a.state] - rank[b.state]);
}
