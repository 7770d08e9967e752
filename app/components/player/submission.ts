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

/**
 * Every code that our server answers a sending with. Our pages send what is expected: a request that arrives otherwise was
 * changed on its way, and is as good as one that was stopped.
 */
const NOTICES: readonly (readonly [Notice, readonly string[]])[] = [
  ["used", ["key.used"]],
  ["sealed", ["key.unknown", "round.sealed", "round.closed"]],
  ["away", ["request.tooMany", "key.picturesPaused", "database.away", "server.failed"]],
  ["refused", ["request.tooLarge", "key.malformed", "response.invalid", "response.empty"]],
  [
    "blocked",
    [
      "request.malformed",
      "request.lengthNeeded",
      "request.wrongType",
      "request.notFound",
      "request.notAllowed",
      "request.notAcceptable",
      "request.crossSite",
    ],
  ],
];

/** From the code of one of our problems; undefined for a code that is none of ours. */
export const noticeOf = (code: string): Notice | undefined => NOTICES.find(([, codes]) => codes.includes(code))?.[0];
