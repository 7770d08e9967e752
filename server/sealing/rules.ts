/** New ids, a new order, no free text. */
import { newId } from "../lib/ids";

interface Kept {
  readonly _id: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Sorting by fresh random ids is a fair shuffle. */
export function reshuffle<Response extends Kept>(
  responses: readonly Response[],
  madeItems: ReadonlySet<string>,
): Response[] {
  const withoutText = (answers: Response["answers"]): Response["answers"] =>
    Object.fromEntries(Object.entries(answers).filter(([item]) => !madeItems.has(item)));
  return responses
    .map((response) => ({ ...response, _id: newId(), answers: withoutText(response.answers) }))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
}
