/** Which column of a file is what: by its heading, and as somebody has said before. */
import type { ImportColumn } from "#server/organisation/contract";
import { IMPORT_COLUMNS } from "#server/organisation/contract";
import type { ReadTable } from "../../spreadsheet/table";
import type { Suspicion } from "./suspect-columns";
import { plainHeading, suspicionOf } from "./suspect-columns";

export interface FileColumn {
  readonly at: number;
  readonly heading: string;
  /** What stands in it, for who matches it; none of a column of persons. */
  readonly samples: readonly string[];
  readonly suspicion?: Suspicion;
}

export interface FileTable {
  /** Where the headings stand, from 0. */
  readonly headAt: number;
  readonly columns: readonly FileColumn[];
  readonly rows: ReadTable["rows"];
  readonly hasMoreSheets: boolean;
}

/** The number of a column for each thing that one is. */
export type Matching = Readonly<Partial<Record<ImportColumn, number>>>;

const HEADINGS: Readonly<Record<ImportColumn, RegExp>> = {
  area: /^(område|distrikt|skoledistrikt|geografi|bydel|lokalområde|area|district)/,
  number:
    /^(institutions?(nr|nummer|kode)|inst(nr|nummer)|skole(kode|nr|nummer)|stilkode|institutionnumber|schoolnumber|number|nummer|nr)$/,
  pNumber: /^(pnr|pnummer|produktionsenhed|pno|pnumber)/,
  ownCode: /^(egenkode|enhedskode|afdelingskode|afdelingsnr|kode|lokalkode|owncode|code|id|enhedsid|institutionsid)$/,
  kinds: /^(type|institutionstype|enhedstype|kategori|art|kind|tilbudstype|dagtilbudstype|hvaderdet)$/,
  controller: /^(ejerforhold|ejer|driftsform|styreform|ejertype|hvemdriverden|controller|owner)$/,
  controllerName: /^(ejernavn|leverandør|driftsherre|ownername|controllername|navnpådendriver)/,
  name: /^(institution|institutionsnavn|institutionensnavn|skole|skolenavn|navn|enhed|enhedsnavn|dagtilbud|afdeling|name|school|institutionname)$/,
  group: /^(gruppe|gruppenavn|klasse|klassenavn|stue|stuenavn|hold|holdnavn|group|class|groupname)$/,
  band: /^(skema|aldersgruppe|klassetrin|årgang|trin|form|band|ageband|agegroup)$/,
  childCount:
    /^(antal|antalbørn|antalelever|børn|børnetal|elever|elevtal|indskrevne|antalindskrevne|children|pupils|count|numberofchildren|numberofpupils)$/,
  special: /^(special|specialklasse|specialclass)$/,
};

const columnOf = (heading: string): ImportColumn | undefined =>
  IMPORT_COLUMNS.find((column) => HEADINGS[column].test(plainHeading(heading)));

const LOOKED_AT = 20;
const SAMPLES = 3;

/** The row with the most headings that are known; above it may stand a title. */
function findHead(rows: ReadTable["rows"]): number {
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  const scores = rows.slice(0, LOOKED_AT).map((row) => row.filter((cell) => columnOf(cell)).length);
  const best = Math.max(0, ...scores);
  return best > 0 ? scores.indexOf(best) : Math.max(0, first);
}

export function tableOf({ rows, hasMoreSheets = false }: ReadTable): FileTable {
  const headAt = findHead(rows);
  const width = Math.max(0, ...rows.slice(headAt, headAt + 1000).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at): FileColumn => {
    const heading = (rows[headAt]?.[at] ?? "").replace(/\s+/g, " ").trim();
    const cells = rows.slice(headAt + 1).map((row) => row[at] ?? "");
    const suspicion = suspicionOf(heading, cells);
    const samples = [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))].slice(0, SAMPLES);
    return { at, heading, samples: suspicion ? [] : samples, ...(suspicion && { suspicion }) };
  });
  const filled = columns.filter(({ heading, samples, suspicion }) => heading !== "" || samples.length > 0 || suspicion);
  return { headAt, columns: filled, rows, hasMoreSheets };
}

/** What somebody said of a heading last time holds before what it is called. */
export function matchColumns(columns: readonly FileColumn[], remembered: Readonly<Record<string, string>>): Matching {
  const matching: Partial<Record<ImportColumn, number>> = {};
  const usable = columns.filter(({ suspicion }) => !suspicion);
  for (const { at, heading } of usable) {
    const said = remembered[plainHeading(heading)];
    const known = IMPORT_COLUMNS.find((column) => column === said);
    if (known) matching[known] ??= at;
  }
  const taken = new Set(Object.values(matching));
  for (const { at, heading } of usable) {
    if (taken.has(at) || remembered[plainHeading(heading)] === "none") continue;
    const column = columnOf(heading);
    if (column) matching[column] ??= at;
  }
  return matching;
}
