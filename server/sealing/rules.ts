/** New ids, a new order, and of the answers only what was chosen. */
import type { FormName } from "#surveys/paper/form";
import { newId } from "../lib/ids";

interface Kept {
  readonly _id: string;
  readonly band: FormName;
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * Sorting by fresh random ids is a fair shuffle. `chosenItems`: the items of a form that are answered by choosing. Text
 * is not among them, nor is what was answered to an item that the survey no longer has.
 */
export function reshuffle<Response extends Kept>(
  responses: readonly Response[],
  chosenItems: (form: FormName) => ReadonlySet<string>,
): Response[] {
  const onlyChosen = ({ band, answers }: Response): Response["answers"] => {
    const chosen = chosenItems(band);
    return Object.fromEntries(Object.entries(answers).filter(([item]) => chosen.has(item)));
  };
  return responses
    .map((response) => ({ ...response, _id: newId(), answers: onlyChosen(response) }))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
}
