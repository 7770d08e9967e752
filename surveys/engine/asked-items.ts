/** Which items the surveys of an installation ask, by form: what is only tried before the first question is not asked. */
import type { FormName } from "../paper/form";
import { FORM_NAMES } from "../paper/form";
import type { Survey } from "./load-survey";
import { elementsOf } from "./load-survey";

export function askedItems(surveys: readonly Survey[]): ReadonlyMap<FormName, ReadonlySet<string>> {
  const namesIn = (form: FormName): string[] =>
    surveys.flatMap(({ forms }) => {
      const source = forms[form];
      return source ? elementsOf(source).flatMap(({ name, isPractice }) => (isPractice ? [] : [name])) : [];
    });
  return new Map(FORM_NAMES.map((form) => [form, new Set(namesIn(form))]));
}
