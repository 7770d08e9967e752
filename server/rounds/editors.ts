/**
 * Who reads what children write and draw: an editor and a deputy for each language, from outside the round's institutions.
 * In a language without them it is not asked for. Danish is never without: whose language a paper lacks meets it in Danish.
 */
import type { Language } from "#surveys/paper/language";
import type { Person } from "../accounts/contract";
import type { EditorFault, EditorPair, Round } from "./contract";
import { hasReader } from "./rules";

type Readers = Pick<Round, "readerRole" | "editors">;

/** An editor and a deputy are named for this language, and they are two. */
export const hasEditors = ({ editors = [] }: Pick<Round, "editors">, language: Language): boolean =>
  editors.some((pair) => pair.language === language && pair.editor !== pair.deputy);

/** Somebody reads what children write and draw in this language. */
export const isReadIn = (round: Readers, language: Language): boolean =>
  hasReader(round) && hasEditors(round, language);

export const idsOf = (pairs: readonly EditorPair[] = []): string[] =>
  pairs.flatMap(({ editor, deputy }) => [editor, deputy]);

/** Why this user does not read what is written in these institutions; undefined when it does. */
export function editorFault(
  person: Pick<Person, "role" | "institutionIds"> | undefined,
  institutionIds: readonly string[],
): EditorFault | undefined {
  if (!person) return "unknownEditor";
  if (person.role !== "editor") return "notEditor";
  return person.institutionIds.some((id) => institutionIds.includes(id)) ? "ownEditor" : undefined;
}
