/**
 * Tells our own server's answer from one that something in between gave in its place: a filter, a proxy, the sign-in page of
 * a network. A status says nothing about that. Ours is a receipt of just this response, or a problem with a code of ours.
 */
import type { Receipt } from "#server/responses/contract";
import type { Notice } from "./submission";
import { noticeOf } from "./submission";

/** Behind a form post the same answer stands in this header of the page, as JSON. */
export const ANSWER_HEADER = "Lyt-Answer";

export type OurAnswer = { readonly receipt: Receipt } | { readonly notice: Notice };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isReceipt(value: object, responseId: string): value is Receipt {
  const { responseId: id, receipt, feedbackDueAt } = value as Partial<Record<keyof Receipt, unknown>>;
  const isLetters = typeof receipt === "string" && /^[A-Z]{6}$/.test(receipt);
  return (
    id === responseId && isLetters && typeof feedbackDueAt === "string" && !Number.isNaN(Date.parse(feedbackDueAt))
  );
}

/** Undefined for anything that our server does not say. */
export function readAnswer(text: string, responseId: string): OurAnswer | undefined {
  const value = parse(text);
  if (typeof value !== "object" || value === null) return undefined;
  if (isReceipt(value, responseId)) return { receipt: value };
  const notice = "code" in value && typeof value.code === "string" ? noticeOf(value.code) : undefined;
  return notice && { notice };
}
