/** How keys are drawn and under which hashes they are kept. */
import type { KeyReference } from "#server/responses/contract";
import { LETTER_ALPHABET } from "#server/responses/contract";
import { KEY_THINGS } from "#surveys/pictures/key-things";

/** What is hashed for a key: its one spelling, as `parseKey` reads it; prefixes keep the two spaces apart. */
export function hashedText(key: KeyReference): string {
  return key.kind === "card" ? `card:${key.secret}` : `own:${key.groupCode}:${key.own}`;
}

/** The space the throttle counts failures in: a group's own link, or all cards together. */
export function keySpace(key: KeyReference): string {
  return key.kind === "card" ? "card" : key.groupCode;
}

/** Three pictures may be drawn in 12³ ways; a group with more keys than half of them would be guessable by accident. */
export const MOST_KEYS_A_GROUP = KEY_THINGS.length ** 3 / 2;

type Pick = <T>(list: readonly T[]) => T;

export function drawPictures(pick: Pick): string {
  return [pick(KEY_THINGS), pick(KEY_THINGS), pick(KEY_THINGS)].join(".");
}

export function drawLetters(pick: Pick): string {
  return Array.from({ length: 6 }, () => pick([...LETTER_ALPHABET])).join("");
}
