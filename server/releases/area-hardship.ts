/**
 * In how many themes it is hard at once, over the same form in all institutions of an area: what an institution's own is read
 * beside. A sum of the tables that are there, so nothing new is drawn, and nothing more is told than they tell.
 */
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import { responseOf } from "#surveys/results/floors";
import { hardshipResult, tablesOf } from "#surveys/results/form-result";
import type { UnitTable } from "#surveys/results/table";
import type { Area } from "../organisation/contract";
import type { AreaHardship, Told } from "./contract";
import type { RoundInput } from "./municipality";

/** Of one alone it would be the same children once more. */
const LEAST_INSTITUTIONS = 2;

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** Who took part, by the tables: small ones stand together in the area's own. */
const heardIn = (units: readonly UnitTable[]): Set<string> =>
  new Set(units.flatMap(({ heard }) => Object.keys(heard).filter((id) => (heard[id] ?? 0) > 0)));

function areaHardship(input: RoundInput, form: FormName, { id, name }: Area): AreaHardship | undefined {
  const own = new Set(input.institutions.filter(({ areaId }) => areaId === id).map((institution) => institution.id));
  const units = input.tables.filter(
    (table) =>
      table.form === form && (table.place.kind === "institution" ? own.has(table.place.id) : table.place.id === id),
  );
  const tables = tablesOf(units);
  if (!tables || heardIn(units).size < LEAST_INSTITUTIONS) return undefined;
  const asked = input.groups.filter(({ institutionId, band }) => own.has(institutionId) && band === form);
  const participants = sum(tables.leaves.map((leaf) => leaf.participants));
  if (responseOf(participants, sum(asked.map(({ childCount }) => childCount))) === "only-rate") return undefined;
  const found = hardshipResult(tables);
  return found && { area: name, ...found };
}

export type HardshipOfAreas = (institution: Told["institutions"][number], form: FormName) => AreaHardship | undefined;

/** Of all areas, once for all their institutions; between two of them others may have their turns. */
export function* hardshipOfAreas(input: RoundInput): Generator<undefined, HardshipOfAreas> {
  const areas = new Map<string, AreaHardship>();
  for (const area of input.areas ?? []) {
    for (const form of FORM_NAMES) {
      const found = areaHardship(input, form, area);
      if (found) areas.set(`${area.id} ${form}`, found);
    }
    yield undefined;
  }
  return ({ areaId }, form) => areas.get(`${areaId} ${form}`);
}
