/** In which order institutions stand, and which groups are too small to be read by themselves. */
import { FLOORS } from "#surveys/results/floors";
import type { Group, Institution, InstitutionCode, InstitutionKind, SmallGroupNotice } from "./contract";
import { INSTITUTION_CODES, INSTITUTION_KINDS } from "./contract";

const danish = new Intl.Collator("da", { numeric: true });

/** Of these groups, each once. */
export const institutionsOf = (groups: readonly Group[]): string[] => [
  ...new Set(groups.map(({ institutionId }) => institutionId)),
];

/** Alphabetically, as Danish sorts; never by a result. */
export function alphabetically<T extends { readonly name: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => danish.compare(a.name, b.name));
}

export const inOrder = (kinds: readonly InstitutionKind[]): InstitutionKind[] =>
  INSTITUTION_KINDS.filter((kind) => kinds.includes(kind));

/** As a reader compares names: without case, and without what a keyboard makes of spaces. */
export const plainName = (name: string): string =>
  name.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase("da");

/** Every word that was asked for stands in it, or its number begins so. */
export function matches({ name, number, pNumber, ownCode }: Institution, asked: string): boolean {
  const words = plainName(asked).split(" ").filter(Boolean);
  const text = plainName(name);
  const codes = [number, pNumber, ownCode].flatMap((code) => (code === undefined ? [] : plainName(code)));
  return words.every((word) => text.includes(word) || codes.some((code) => code.startsWith(word)));
}

/** What is told of a group whose answers are read together with others', before a round opens. */
export function noticeOf(group: Group, { kinds }: Pick<Institution, "kinds">): SmallGroupNotice | undefined {
  if (group.closedOn !== undefined || group.childCount >= FLOORS.figures) return undefined;
  if (group.isSpecialClass) return "special";
  return kinds[0] === "dagpleje" ? "childminders" : "small";
}

/** Which number or code of it another institution has. */
export function takenCode(
  one: Partial<Pick<Institution, InstitutionCode>> & { readonly id: string },
  others: readonly Institution[],
): InstitutionCode | undefined {
  return INSTITUTION_CODES.find(
    (code) => one[code] !== undefined && others.some((other) => other.id !== one.id && other[code] === one[code]),
  );
}

export const isOpen = ({ closedOn }: { readonly closedOn?: string }): boolean => closedOn === undefined;
