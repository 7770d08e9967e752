/** The users whom a round names as readers of own words: found by name when it is made, and looked at again when it opens. */
import type { Person } from "../accounts/contract";
import { problems } from "../lib/problem";
import type { EditorPair, NewEditors } from "./contract";
import { editorFault, idsOf } from "./editors";

export interface EditorDeps {
  readonly listPeople: (ids: readonly string[]) => Promise<readonly Person[]>;
  readonly listPeopleNamed: (names: readonly string[]) => Promise<readonly Person[]>;
}

/** Throws `round.unknownEditor`. */
export async function findEditors(
  { listPeopleNamed }: Pick<EditorDeps, "listPeopleNamed">,
  named: NewEditors,
): Promise<EditorPair[]> {
  const people = await listPeopleNamed(idsOf(named));
  const idOf = (wanted: string): string => {
    const found = people.find(({ name }) => name === wanted);
    if (!found) throw problems.round.unknownEditor(`There is no user ${wanted}.`);
    return found.id;
  };
  return named.map(({ language, editor, deputy }) => ({ language, editor: idOf(editor), deputy: idOf(deputy) }));
}

/** Throws `round.unknownEditor`, `round.notEditor` or `round.ownEditor`, with whom it is about. */
export async function checkEditors(
  { listPeople }: Pick<EditorDeps, "listPeople">,
  pairs: readonly EditorPair[] | undefined,
  institutionIds: readonly string[],
): Promise<void> {
  const ids = idsOf(pairs);
  const people = ids.length > 0 ? await listPeople(ids) : [];
  for (const id of ids) {
    const person = people.find((one) => one.id === id);
    const fault = editorFault(person, institutionIds);
    if (fault) throw problems.round[fault](`It is about ${person?.name ?? id}.`);
  }
}
