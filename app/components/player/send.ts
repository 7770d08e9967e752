/** Sends answers from the browser: `PUT /api/responses/{responseId}`, which may be repeated as often as one likes. */
import type { Receipt, Submission } from "#server/responses/contract";
import type { Notice } from "./submission";
import { noticeOf } from "./submission";

const TIMEOUT_MS = 20_000;

export type SendOutcome = { readonly receipt: Receipt } | { readonly notice: Notice };

export async function sendAnswers(responseId: string, submission: Submission): Promise<SendOutcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`/api/responses/${responseId}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(submission),
      signal: abort.signal,
    });
    if (!response.ok) return { notice: noticeOf(response.status) };
    // Our own server's answer, of its contract's shape.
    return { receipt: (await response.json()) as Receipt };
  } catch {
    return { notice: "away" };
  } finally {
    clearTimeout(timer);
  }
}
