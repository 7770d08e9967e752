/**
 * Sends answers from the browser: `PUT /api/responses/{responseId}`, and where something in between does not let that
 * through, the page's own form, posted without leaving the page. The id is the same both times, so nothing is stored twice,
 * and whatever comes back, the answers stay where they are until a receipt of ours is there.
 */
import type { Submission } from "#server/responses/contract";
import type { OurAnswer } from "./our-answer";
import { ANSWER_HEADER, readAnswer } from "./our-answer";

const TIMEOUT_MS = 20_000;

interface Sending {
  readonly responseId: string;
  readonly submission: Submission;
  /** The fields of the form as it stands on the page. */
  readonly fields: readonly (readonly [string, string])[];
}

/** No answer of ours: none at all, one that may pass (a gateway's 502), or somebody else's who will go on saying it. */
type Strange = "none" | "passing" | "strange";

/** 511 is the sign-in page of a network (RFC 6585). */
const mayPass = (status: number): boolean => (status >= 500 && status !== 511) || status === 408 || status === 429;

async function ask(
  url: string,
  request: RequestInit,
  read: (response: Response) => Promise<OurAnswer | undefined>,
): Promise<OurAnswer | Strange> {
  let timer = 0;
  try {
    const abort = new AbortController();
    timer = window.setTimeout(() => abort.abort(), TIMEOUT_MS);
    // We never lead on from here: who does is somebody else, and must not get the answers.
    const response = await fetch(url, { ...request, redirect: "manual", signal: abort.signal });
    return (await read(response)) ?? (mayPass(response.status) ? "passing" : "strange");
  } catch {
    return "none";
  } finally {
    clearTimeout(timer);
  }
}

const put = ({ responseId, submission }: Sending) =>
  ask(
    `/api/responses/${responseId}`,
    { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(submission) },
    async (response) => readAnswer(await response.text(), responseId),
  );

const postForm = ({ responseId, fields }: Sending) =>
  ask(
    location.pathname + location.search,
    { method: "POST", body: new URLSearchParams(fields.map(([name, value]) => [name, value])) },
    async ({ headers }) => readAnswer(headers.get(ANSWER_HEADER) ?? "", responseId),
  );

/** Ours, and not about what something did to the request on its way. */
const isFinal = (answer: OurAnswer | Strange): answer is OurAnswer =>
  typeof answer === "object" && !("notice" in answer && answer.notice === "blocked");

export async function sendAnswers(sending: Sending): Promise<OurAnswer> {
  const first = await put(sending);
  if (isFinal(first)) return first;
  const second = await postForm(sending);
  if (isFinal(second)) return second;
  const isPassing = [first, second].every((answer) => answer === "none" || answer === "passing");
  return { notice: isPassing ? "away" : "blocked" };
}
