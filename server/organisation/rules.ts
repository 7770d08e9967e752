/** Institutions in order. */
import type { Group, Institution } from "./contract";

const danish = new Intl.Collator("da");

/** Of these groups, each once. */
export const institutionsOf = (groups: readonly Group[]): string[] => [
  ...new Set(groups.map(({ institutionId }) => institutionId)),
];

/** Alphabetically, as Danish sorts; never by a result. */
export function alphabetically(institutions: readonly Institution[]): Institution[] {
  return [...institutions].sort((a, b) => danish.compare(a.name, b.name));
}
