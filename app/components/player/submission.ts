/** A walk as the submission it becomes; the same for a form post and for the browser's own sending. */
import type { HelperDeed, Invitation, Submission } from "#server/responses/contract";
import { HELPER_DEEDS } from "#server/responses/contract";
import type { Walk } from "#surveys/paper/walk";
import { answersToSend } from "#surveys/paper/walk";
import type { PlayerWords } from "#surveys/paper/words/words";

/** 128 random bits as 32 hexadecimal digits. */
export function newResponseId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** 32 random bits: in which order this child meets pictures. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

export function readHelper(value: unknown): HelperDeed {
  return HELPER_DEEDS.find((deed) => deed === value) ?? "none";
}

interface Given {
  readonly invitation: Invitation;
  readonly keyText: string;
  readonly walk: Walk;
  readonly helper: HelperDeed;
}

export function toSubmission({ invitation, keyText, walk, helper }: Given): Submission {
  const { paper, roundId, mode, facts, opened } = invitation;
  return {
    round: roundId,
    opened,
    key: keyText,
    band: paper.form,
    locale: paper.locale,
    mode,
    helper,
    ...answersToSend(paper, walk, facts),
  };
}

/** Why sending did not work, in the five ways a child can be told. */
export type Notice = keyof PlayerWords["notices"];

const NOTICES = new Map<string, Notice>([
  ["key.used", "used"],
  ["key.unknown", "sealed"],
  ["round.sealed", "sealed"],
  ["request.tooMany", "away"],
  ["request.tooLarge", "refused"],
]);

/** Our pages send what is expected: a request that arrives otherwise was changed on its way. */
const NOTICES_OF_KINDS = new Map<string, Notice>([
  ["request", "blocked"],
  ["key", "refused"],
  ["round", "refused"],
  ["response", "refused"],
  ["database", "away"],
  ["server", "away"],
]);

/** From the code of one of our problems; undefined for a code that is none of ours. */
export function noticeOf(code: string): Notice | undefined {
  const [, kind = ""] = /^([a-z]+)\.[a-zA-Z]+$/.exec(code) ?? [];
  return NOTICES.get(code) ?? NOTICES_OF_KINDS.get(kind);
}
