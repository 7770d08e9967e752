/** New ids, a new order, no free text. */
import { newId } from "../lib/ids";
import type { StoredResponse } from "../responses/store";

/** Sorting by fresh random ids is a fair shuffle. */
export function reshuffle(responses: readonly StoredResponse[], textItems: ReadonlySet<string>): StoredResponse[] {
  const withoutText = (answers: StoredResponse["answers"]) =>
    Object.fromEntries(Object.entries(answers).filter(([item]) => !textItems.has(item)));
  return responses
    .map((response) => ({ ...response, _id: newId(), answers: withoutText(response.answers) }))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
}
