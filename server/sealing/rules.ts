/** New ids, a new order, and of the answers only what was chosen. */
import type { FormName } from "#surveys/paper/form";
import { newId } from "../lib/ids";

interface Kept {
  readonly _id: string;
  readonly band: FormName;
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * The response as it is kept. `chosenItems`: the items of a form that are answered by choosing. Text is not among them,
 * nor is what was answered to an item that the survey no longer has.
 */
export function keptOf<Response extends Kept>(
  response: Response,
  chosenItems: (form: FormName) => ReadonlySet<string>,
): Response {
  const chosen = chosenItems(response.band);
  const answers = Object.fromEntries(Object.entries(response.answers).filter(([item]) => chosen.has(item)));
  return { ...response, _id: newId(), answers };
}

/** To sort by fresh random ids is a fair shuffle. */
export const byId = (one: Pick<Kept, "_id">, other: Pick<Kept, "_id">): number => (one._id < other._id ? -1 : 1);
