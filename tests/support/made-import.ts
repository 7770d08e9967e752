/** An import from its first step to its last, and the places of one: some known and changed, some new, more than fit in one request. */
import { OPERATOR } from "../../server/accounts/rules";
import type { Actor } from "../../server/accounts/contract";
import type { ImportReport, ImportRow } from "../../server/organisation/contract";
import type { OrganisationService } from "../../server/organisation/service";

export async function runImport(
  organisation: OrganisationService,
  id: string,
  rows: readonly ImportRow[],
  actor: Actor = OPERATOR,
): Promise<ImportReport> {
  const take = (step: Parameters<OrganisationService["takeImportStep"]>[1]) => organisation.takeImportStep(actor, step);
  await take({ do: "begin", id });
  await take({ do: "part", id, number: 0, rows: [...rows] });
  const { report } = await take({ do: "plan", id, parts: 1 });
  if (!report) throw new Error("There is no report.");
  for (let isWhole = false; !isWhole; ) {
    const { done = 0, of = 0 } = await take({ do: "stage", id });
    isWhole = done >= of;
  }
  await take({ do: "switch", id });
  while (((await take({ do: "fold", id })).done ?? 0) > 0);
  return report;
}

const place = (number: string, name: string, area: string) => ({ number, name, area, kinds: "skole" });
const KNOWN = place("101001", "Kendt Skole", "Nord");

/** What is there before. */
export const FIRST_ROWS: readonly ImportRow[] = [
  { row: 2, cells: { ...KNOWN, group: "1. A", childCount: "20", band: "6-9" } },
  { row: 3, cells: { ...KNOWN, group: "1. B", childCount: "21", band: "6-9" } },
];

/** Renames, counts anew, adds an area, a school and many classes. */
export const SECOND_ROWS: readonly ImportRow[] = [
  { row: 2, cells: { ...KNOWN, kinds: "skole, sfo", group: "1. A", childCount: "22", band: "6-9" } },
  ...Array.from({ length: 1300 }, (_, at) => ({
    row: 3 + at,
    cells: { ...place("101002", "Ny Skole", "Helt nyt område"), group: `Hold ${at}`, childCount: "15", band: "6-9" },
  })),
];
