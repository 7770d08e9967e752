/** Children who answer, for tests. */
import type { Application } from "../../server/services";
import { OPERATOR } from "../../server/accounts/rules";
import type { Submission } from "../../server/responses/contract";
import { newId } from "../../server/lib/ids";
import type { FormName } from "../../surveys/paper/form";
import type { Answers } from "../../surveys/paper/paper";

/** The first choice of every item, or the one `choose` picks by the number of choices. */
export function answersFor(
  { library }: Application,
  band: FormName,
  choose: (choices: number) => number = () => 0,
): Answers {
  const { items } = library.scoringKey("puls", 1, band);
  const answers: Record<string, string | string[]> = {};
  for (const item of items) {
    const value = item.choices[choose(item.choices.length)]?.value ?? "";
    if (item.type === "text") continue;
    answers[item.name] = item.type === "choose-pictures" ? [value] : value;
  }
  return answers;
}

export async function issueKeys(application: Application, groupId: string, count: number, roundId = "forar") {
  return application.services.rounds.issueKeys(OPERATOR, roundId, groupId, count);
}

export function aSubmission(application: Application, key: string, changes: Partial<Submission> = {}): Submission {
  const band = changes.band ?? "6-9";
  return {
    round: "forar",
    key,
    band,
    locale: "da",
    mode: "solo",
    helper: "none",
    answers: answersFor(application, band),
    nonAnswers: {},
    ...changes,
  };
}

export async function put(
  url: string,
  responseId: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/api/responses/${responseId}`, {
    method: "PUT",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

export const freshId = newId;
