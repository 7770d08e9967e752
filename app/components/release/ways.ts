/** Where one goes from a result to do something about it: addresses with the language in them. */
import type { FormName } from "#surveys/paper/form";
import type { Index } from "#surveys/scoring/indices";

export interface Ways {
  readonly actions: string;
  /** The paper that the law asks for. */
  readonly paper: string;
  /** Where the children are answered. */
  readonly feedback: string;
  /** For who leads the institution: an address to which what it is about is added. */
  readonly newAction?: string;
  readonly dialogue?: string;
}

interface Subject {
  readonly form?: FormName;
  readonly index?: Index;
}

/** The form of a new action, filled in with what it is about. */
export function newActionAddress(address: string, { form, index }: Subject): string {
  const [path = "", query = ""] = address.split("?");
  const search = new URLSearchParams(query);
  if (form) search.set("skema", form);
  if (index) search.set("indeks", index);
  return `${path}?${search.toString()}`;
}
