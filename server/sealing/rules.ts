/** Which answers of a round are counted together: by who was invited and how many took part, never by an answer. */
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Leaf } from "#surveys/results/merge-leaves";
import { LEAST_OF_A_LEAF, mergeLeaves } from "#surveys/results/merge-leaves";
import type { Group, Institution } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { HeardGroup, SealingUnit } from "./contract";

export interface Asked {
  readonly round: Pick<Round, "id" | "leaves">;
  readonly groups: readonly Group[];
  readonly institutions: readonly Institution[];
  readonly heard: readonly HeardGroup[];
}

/** One institution's form before it is known whether it is large enough to be told by itself. */
interface Part {
  readonly institution: string;
  readonly area: string;
  readonly form: FormName;
  readonly leaves: readonly (Leaf & { readonly invited: number })[];
}

const NO_AREA = "none";

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const sizeOf = ({ leaves }: Part): number => sum(leaves.map(({ size }) => size));

/** The leaves that were promised at opening, and a group of which none was; without a promise the whole form is one. */
function promised({ round }: Asked, own: readonly string[]): string[][] {
  if (!round.leaves) return [[...own]];
  const known = round.leaves.map((leaf) => leaf.filter((id) => own.includes(id))).filter((leaf) => leaf.length > 0);
  const named = new Set(known.flat());
  return [...known, ...own.filter((id) => !named.has(id)).map((id) => [id])];
}

/** An institution that is gone by now still has its answers counted. */
function placesOf({ institutions, heard }: Asked): Pick<Institution, "id" | "areaId">[] {
  const known = new Set(institutions.map(({ id }) => id));
  const gone = new Set(heard.map(({ institution }) => institution).filter((id) => !known.has(id)));
  return [...institutions, ...[...gone].sort().map((id) => ({ id, areaId: NO_AREA }))];
}

function partOf(asked: Asked, institution: Pick<Institution, "id" | "areaId">, form: FormName): Part | undefined {
  const invited = new Map<string, number>();
  const heard = new Map<string, number>();
  for (const group of asked.groups)
    if (group.institutionId === institution.id && group.band === form) invited.set(group.id, group.childCount);
  for (const row of asked.heard)
    if (row.institution === institution.id && row.form === form) heard.set(row.group, row.participants);
  // A group that is gone by now still has its answers counted.
  const own = [...new Set([...invited.keys(), ...heard.keys()])].sort();
  if (own.length === 0) return undefined;
  const sized = promised(asked, own).map((groups) => ({
    groups,
    size: sum(groups.map((id) => heard.get(id) ?? 0)),
  }));
  const leaves = mergeLeaves(sized).map((leaf) => ({
    ...leaf,
    invited: sum(leaf.groups.map((id) => invited.get(id) ?? 0)),
  }));
  return { institution: institution.id, area: institution.areaId, form, leaves };
}

/** Under it there is one table, whoever draws it. */
export const unitId = (round: string, place: SealingUnit["place"], form: FormName): string =>
  [round, place.kind, place.id, form].join(":");

const bare = ({ groups, invited }: Part["leaves"][number]) => ({ groups, invited });

function ownUnit(round: string, { institution, form, leaves }: Part): SealingUnit {
  const place = { kind: "institution", id: institution } as const;
  return { id: unitId(round, place, form), place, form, institutions: [institution], leaves: leaves.map(bare) };
}

function smallUnit(round: string, area: string, form: FormName, parts: readonly Part[]): SealingUnit {
  const place = { kind: "small-of-area", id: area } as const;
  const leaves = parts.flatMap((part) => part.leaves);
  return {
    id: unitId(round, place, form),
    place,
    form,
    institutions: parts.map(({ institution }) => institution),
    leaves: [{ groups: leaves.flatMap(({ groups }) => groups), invited: sum(leaves.map(({ invited }) => invited)) }],
  };
}

/** Forms of fewer than ten are counted together over their area; one in which nobody took part has no unit. */
export function planUnits(asked: Asked): SealingUnit[] {
  const places = placesOf(asked);
  const parts = FORM_NAMES.flatMap((form) =>
    places.flatMap((institution) => partOf(asked, institution, form) ?? []),
  ).filter((part) => sizeOf(part) > 0);
  const isSmall = (part: Part): boolean => sizeOf(part) < LEAST_OF_A_LEAF;
  const areas = [...new Set(places.map(({ areaId }) => areaId))].sort();
  const small = areas.flatMap((area) =>
    FORM_NAMES.flatMap((form) => {
      const of = parts.filter((part) => isSmall(part) && part.area === area && part.form === form);
      return of.length > 0 ? [smallUnit(asked.round.id, area, form, of)] : [];
    }),
  );
  return [...parts.filter((part) => !isSmall(part)).map((part) => ownUnit(asked.round.id, part)), ...small];
}
