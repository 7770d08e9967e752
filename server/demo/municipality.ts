/** The invented municipality: names of no real place, sizes that show every case (large, small, tiny, mixed ages). */
import type { InstitutionKind } from "../organisation/contract";
import type { FormName } from "#surveys/paper/form";

interface PlannedGroups {
  readonly band: FormName;
  readonly names: readonly string[];
  /** Children in each group, give or take two. */
  readonly size: number;
}

export interface PlannedInstitution {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly InstitutionKind[];
  readonly area: number;
  readonly groups: readonly PlannedGroups[];
  /** How large a part of the children answers. */
  readonly turnout: number;
}

export const AREA_NAMES = ["Egelund", "Havrebakken", "Sølvmosen"] as const;

const rooms = (names: string, size = 21): PlannedGroups => ({ band: "3-5", names: names.split(", "), size });

const YEARS = { "6-9": ["0.", "1.", "2.", "3."], "10-12": ["4.", "5.", "6."], "13-18": ["7.", "8.", "9."] } as const;

function classes(band: keyof typeof YEARS, parallel: number, size = 23): PlannedGroups {
  const letters = ["A", "B", "C", "D"].slice(0, parallel);
  return { band, names: YEARS[band].flatMap((year) => letters.map((letter) => `${year} ${letter}`)), size };
}

const dagtilbud = (
  id: string,
  name: string,
  area: number,
  turnout: number,
  groups: PlannedGroups,
): PlannedInstitution => ({
  id,
  name,
  kinds: ["dagtilbud"],
  area,
  turnout,
  groups: [groups],
});
/** `older`: how many classes a year from the fourth to the ninth. */
const skole = (
  id: string,
  name: string,
  area: number,
  turnout: number,
  { young, older = 0 }: { young: number; older?: number },
): PlannedInstitution => ({
  id,
  name,
  kinds: ["skole"],
  area,
  turnout,
  groups: [classes("6-9", young), ...(older > 0 ? [classes("10-12", older), classes("13-18", older)] : [])],
});

export const PLANNED_INSTITUTIONS: readonly PlannedInstitution[] = [
  dagtilbud("kastanjehuset", "Børnehuset Kastanjen", 0, 0.86, rooms("Musestuen, Egernstuen, Rævestuen, Bjørnestuen")),
  dagtilbud("regnbuehuset", "Børnehuset Regnbuen", 0, 0.78, rooms("Rød stue, Gul stue, Blå stue")),
  {
    id: "stjernehuset",
    name: "Børnehuset Stjernekig",
    kinds: ["dagtilbud"],
    area: 1,
    turnout: 0.91,
    groups: [{ band: "3", names: ["Stjernekrybben"], size: 18 }, rooms("Månen, Solen, Kometen, Nordstjernen")],
  },
  dagtilbud("skovtrolden", "Naturbørnehaven Skovtrolden", 1, 0.46, rooms("Bækken, Lysningen, Bålpladsen")),
  dagtilbud("muslingen", "Børnehuset Muslingen", 2, 0.83, rooms("Sandormene, Krabberne, Søstjernerne")),
  dagtilbud("tommeliten", "Dagplejens legestue Tommeliten", 2, 0.6, rooms("Legestuen", 7)),
  skole("bogelunden", "Bøgelundens Skole", 0, 0.88, { young: 3, older: 1 }),
  skole("fyrretoppen", "Fyrretoppens Skole", 1, 0.81, { young: 4 }),
  skole("mosevang", "Mosevangens Skole", 2, 0.74, { young: 4 }),
  skole("klokkebakken", "Klokkebakkens Skole", 2, 0.24, { young: 4 }),
  {
    id: "raketten",
    name: "Fritidshjemmet Raketten",
    kinds: ["fritidshjem"],
    area: 0,
    turnout: 0.7,
    groups: [{ band: "6-9", names: ["Holdet Merkur", "Holdet Venus"], size: 14 }],
  },
  {
    id: "agernet",
    name: "Læringshuset Agernet",
    kinds: ["læringshus"],
    area: 1,
    turnout: 0.85,
    groups: [rooms("Agerstuen", 6), { band: "6-9", names: ["1. årgang", "2. årgang"], size: 21 }],
  },
];
