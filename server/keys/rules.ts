/** How keys are drawn and under which hashes they are kept. */
import type { KeyReference } from "#server/responses/contract";
import { LETTER_ALPHABET } from "#server/responses/contract";
import type { OwnWay } from "#server/guessing/contract";
import { OWN_WAYS } from "#server/guessing/contract";
import type { FormName } from "#surveys/paper/form";
import { KEY_THINGS } from "#surveys/pictures/key-things";

/** What is hashed for a key: its one spelling, as `parseKey` reads it; prefixes keep the two spaces apart. */
export function hashedText(key: KeyReference): string {
  return key.kind === "card" ? `card:${key.secret}` : `own:${key.groupCode}:${key.own}`;
}

/** Three pictures may be drawn in 12³ ways; a group with more keys than half of them would be guessable by accident. */
export const MOST_KEYS_A_GROUP = KEY_THINGS.length ** 3 / 2;

/** Whose letters are still to come open their key with pictures; from ten years letters are no harder and far more. */
const PICTURE_FORMS = new Set<FormName>(["3", "3-5", "6-9"]);

/** The ways in behind the link of a group that answers this form. */
export const waysIn = (form: FormName): readonly OwnWay[] => (PICTURE_FORMS.has(form) ? OWN_WAYS : ["letters"]);

/** Which of them a child has come with. */
export const wayOf = (own: string): OwnWay => (own.includes(".") ? "pictures" : "letters");

type Pick = <T>(list: readonly T[]) => T;

export function drawPictures(pick: Pick): string {
  return [pick(KEY_THINGS), pick(KEY_THINGS), pick(KEY_THINGS)].join(".");
}

export function drawLetters(pick: Pick): string {
  return Array.from({ length: 6 }, () => pick([...LETTER_ALPHABET])).join("");
}
