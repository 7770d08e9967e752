/** Who may see which institution. */
import type { Actor } from "../accounts/contract";
import type { Group, Institution } from "./contract";

const danish = new Intl.Collator("da");

/** All institutions for an administrator (undefined = no limit), a leader's own, none for anybody else. */
export function institutionScope(actor: Actor): readonly string[] | undefined {
  if (actor.kind === "nobody" || actor.role === "editor") return [];
  return actor.role === "administrator" ? undefined : actor.institutionIds;
}

export function isInScope(actor: Actor, institutionId: string): boolean {
  const scope = institutionScope(actor);
  return scope === undefined || scope.includes(institutionId);
}

/** Of these groups, each once. */
export const institutionsOf = (groups: readonly Group[]): string[] => [
  ...new Set(groups.map(({ institutionId }) => institutionId)),
];

/** Alphabetically, as Danish sorts; never by a result. */
export function alphabetically(institutions: readonly Institution[]): Institution[] {
  return [...institutions].sort((a, b) => danish.compare(a.name, b.name));
}
