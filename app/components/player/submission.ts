/** A walk as the submission it becomes; the same for a form post and for the browser's own sending. */
import type { HelperDeed, Invitation, Submission } from "#server/responses/contract";
import { HELPER_DEEDS } from "#server/responses/contract";
import type { Walk } from "#surveys/paper/walk";
import { answersToSend } from "#surveys/paper/walk";

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

/** Why sending did not work, in the four ways a child can be told. */
export type Notice = "away" | "used" | "sealed" | "refused";

/** From the status of an answer; everything that may pass is "away". */
export function noticeOf(status: number): Notice {
  if (status === 409) return "used";
  if (status === 410 || status === 404) return "sealed";
  return status === 400 || status === 413 || status === 415 ? "refused" : "away";
}
