/**
 * What an import would do, line by line, before anything is done: what is new, what is changed, what stays, what is wrong. An
 * institution is known again by its number, else its P-number, else the municipality's own code, else its name in its area. Pure.
 */
import { sha256 } from "../lib/ids";
import type { Staged } from "./change-store";
import type {
  Area,
  Group,
  ImportReport,
  ImportRow,
  Institution,
  ReportLine,
  RowFault,
  RowNote,
  Versioned,
} from "./contract";
import { INSTITUTION_CODES } from "./contract";
import type { ReadRow } from "./read-row";
import { kindOfName, readRow } from "./read-row";
import { gradeOf, guessBand } from "./school-year";
import { isOpen, plainName } from "./rules";

export interface KnownPlaces {
  readonly areas: readonly Versioned<Area>[];
  readonly institutions: readonly Versioned<Institution>[];
  readonly groups: readonly Versioned<Group>[];
}

export interface ImportPlan {
  readonly staged: readonly Staged[];
  readonly report: ImportReport;
}

/** An institution as the file has it: its first row, and what later rows of it add. */
interface Place {
  readonly row: number;
  readonly known?: Versioned<Institution>;
  readonly id: string;
  readonly said: ReadRow["institution"];
  readonly areaName?: string;
  readonly groups: Map<string, number>;
  readonly notes: RowNote[];
}

const idOf = (change: string, ...parts: readonly string[]) => sha256([change, ...parts].join("\n")).slice(0, 32);

const codeKeys = (institution: ReadRow["institution"]) =>
  INSTITUTION_CODES.flatMap((code) => {
    const value = institution[code];
    return value === undefined ? [] : `${code} ${plainName(value)}`;
  });
const nameKey = (area: string | undefined, name: string) => `name ${plainName(area ?? "")}/${plainName(name)}`;

function mapOf<T>(list: readonly T[], keys: (one: T) => readonly string[]): Map<string, T> {
  return new Map(list.flatMap((one) => keys(one).map((key) => [key, one] as const)));
}

/** Reads the file's rows one after the other and remembers what they said before. */
class Planner {
  readonly lines: ReportLine[] = [];
  readonly staged: Staged[] = [];
  private readonly places = new Map<string, Place>();
  private readonly all: Place[] = [];
  private readonly areaNames: ReadonlyMap<string, string>;
  private readonly areas: Map<string, Area>;
  private readonly byCode: ReadonlyMap<string, Versioned<Institution>>;
  private readonly byName: ReadonlyMap<string, Versioned<Institution>>;
  private readonly groups: ReadonlyMap<string, Versioned<Group>>;
  private readonly metGroups = new Set<string>();

  constructor(
    private readonly known: KnownPlaces,
    private readonly change: string,
    private readonly newCode: () => string,
  ) {
    this.areaNames = new Map(known.areas.map(({ id, name }) => [id, name]));
    this.areas = mapOf<Area>(known.areas, ({ name }) => [plainName(name)]);
    this.byCode = mapOf(known.institutions, codeKeys);
    this.byName = mapOf(known.institutions.filter(isOpen), ({ areaId, name }) => [
      nameKey(this.areaNames.get(areaId), name),
      nameKey(undefined, name),
    ]);
    this.groups = mapOf(known.groups.filter(isOpen), ({ institutionId, name }) => [
      `${institutionId} ${plainName(name)}`,
    ]);
  }

  private wrong(row: number, name: string, fault: RowFault, more: Partial<ReportLine> = {}): undefined {
    this.lines.push({ row, of: "institutions", name, becomes: "wrong", fault, ...more });
    return undefined;
  }

  private findKnown({ area, institution }: ReadRow) {
    const coded = codeKeys(institution)
      .map((key) => this.byCode.get(key))
      .find(Boolean);
    if (coded) return { known: coded, isByName: false };
    const { name } = institution;
    const named = name === undefined ? undefined : this.byName.get(nameKey(area, name));
    // Another number under the same name is another house.
    const differs =
      named && INSTITUTION_CODES.some((code) => named[code] !== undefined && institution[code] !== undefined);
    return named && !differs ? { known: named, isByName: true } : {};
  }

  /** The same institution as in a row before: by a code, or by a name where neither has one. */
  private findPlace({ area, institution }: ReadRow, known: Institution | undefined): Place | undefined {
    const keys = [...codeKeys(institution), ...(known ? [`id ${known.id}`] : [])];
    const found = keys.map((key) => this.places.get(key)).find(Boolean);
    const { name } = institution;
    return found ?? (keys.length > 0 || name === undefined ? undefined : this.places.get(nameKey(area, name)));
  }

  private placeOf(read: ReadRow): Place | undefined {
    const { row, institution } = read;
    const keys = codeKeys(institution);
    const shown = institution.name ?? institution.number ?? "";
    if (keys.length === 0 && institution.name === undefined) return this.wrong(row, shown, "noInstitution");
    const { known, isByName } = this.findKnown(read);
    const before = this.findPlace(read, known);
    if (before) return this.sameAs(before, read);
    if (known && !isOpen(known)) return this.wrong(row, known.name, "closed");
    const taken = keys.map((key) => this.byCode.get(key)).find((one) => one && one.id !== known?.id);
    if (taken) return this.wrong(row, shown, "sameCode");
    const place = this.newPlace(read, known, isByName === true);
    if (place) this.remember(place, read);
    return place;
  }

  private remember(place: Place, { area, institution }: ReadRow): void {
    this.all.push(place);
    for (const key of [...codeKeys(institution), `id ${place.id}`]) this.places.set(key, place);
    if (institution.name !== undefined) this.places.set(nameKey(area, institution.name), place);
  }

  private sameAs(place: Place, { row, institution: { name } }: ReadRow): Place | undefined {
    const said = place.said.name ?? place.known?.name;
    if (name !== undefined && said !== undefined && plainName(name) !== plainName(said))
      return this.wrong(row, name, "sameNumber", { other: place.row });
    return place;
  }

  private newPlace(read: ReadRow, known: Versioned<Institution> | undefined, isByName: boolean): Place | undefined {
    const { row, institution, area } = read;
    const notes: RowNote[] = isByName ? ["byName"] : [];
    if (known)
      return { row, known, id: known.id, said: institution, ...(area && { areaName: area }), groups: new Map(), notes };
    const { name } = institution;
    if (name === undefined) return this.wrong(row, institution.number ?? "", "noName");
    const [only] = this.known.areas.length === 1 ? this.known.areas : [];
    const areaName = area ?? only?.name;
    if (areaName === undefined) return this.wrong(row, name, "noArea");
    const kinds = institution.kinds ?? [kindOfName(name)].flatMap((kind) => kind ?? []);
    if (kinds.length === 0) return this.wrong(row, name, "noKind");
    if (!institution.kinds) notes.push("guessedKind");
    if (codeKeys(institution).length === 0) notes.push("byName");
    const key = codeKeys(institution)[0] ?? nameKey(areaName, name);
    return { row, id: idOf(this.change, key), said: { ...institution, kinds }, areaName, groups: new Map(), notes };
  }

  private areaIdOf(name: string, row: number): string {
    const found = this.areas.get(plainName(name));
    if (found) return found.id;
    const area = { id: idOf(this.change, "area", plainName(name)), name };
    this.areas.set(plainName(name), area);
    this.staged.push({ of: "areas", id: area.id, isNew: true, document: { name } });
    this.lines.push({ row, of: "areas", name, becomes: "new" });
    return area.id;
  }

  private stageInstitution(place: Place): void {
    const { row, known, id, said, areaName, notes } = place;
    const areaId = areaName === undefined ? undefined : this.areaIdOf(areaName, row);
    const wanted: Record<string, unknown> = { ...said, ...(areaId !== undefined && { areaId }) };
    const line = {
      row,
      of: "institutions",
      name: said.name ?? known?.name ?? "",
      ...(notes.length > 0 && { notes }),
    } as const;
    if (!known) {
      this.staged.push({ of: "institutions", id, isNew: true, document: wanted });
      this.lines.push({ ...line, becomes: "new" });
      return;
    }
    const fields = changedFields(known, wanted);
    if (fields) this.staged.push({ of: "institutions", id, isNew: false, version: known.version, fields });
    this.lines.push({ ...line, becomes: fields ? "changed" : "same" });
  }

  private stageGroup(place: Place, read: ReadRow): void {
    const { row, group, notes } = read;
    if (!group) return;
    const at = place.said.name ?? place.known?.name ?? "";
    const line = { row, of: "groups", name: group.name, at } as const;
    const wrong = (fault: RowFault, more: Partial<ReportLine> = {}) =>
      void this.lines.push({ ...line, becomes: "wrong", fault, ...more });
    const key = plainName(group.name);
    const before = place.groups.get(key);
    if (before !== undefined) return wrong("sameGroup", { other: before });
    place.groups.set(key, row);
    const known = this.groups.get(`${place.id} ${key}`);
    if (known) {
      this.metGroups.add(known.id);
      const fields = changedFields(known, { ...group });
      if (fields) this.staged.push({ of: "groups", id: known.id, isNew: false, version: known.version, fields });
      this.lines.push({ ...line, becomes: fields ? "changed" : "same", ...(notes.length > 0 && { notes }) });
      return;
    }
    if (group.childCount === undefined) return wrong("noChildren");
    const band = group.band ?? guessBand(group.name, place.said.kinds ?? place.known?.kinds ?? []);
    if (!band) return wrong("noBand");
    const isCertain = group.band !== undefined || gradeOf(group.name) !== undefined;
    const told: RowNote[] = isCertain ? [...notes] : [...notes, "guessedBand"];
    const { isSpecialClass, ...said } = group;
    const document = {
      ...said,
      band,
      institutionId: place.id,
      code: this.newCode(),
      ...(isSpecialClass && { isSpecialClass }),
    };
    this.staged.push({ of: "groups", id: idOf(this.change, place.id, key), isNew: true, document });
    this.lines.push({ ...line, becomes: "new", ...(told.length > 0 && { notes: told }) });
  }

  read(rows: readonly ImportRow[]): void {
    const found: { readonly place: Place; readonly read: ReadRow }[] = [];
    for (const given of rows) {
      const read = readRow(given);
      if ("fault" in read) {
        const { group, name = "" } = given.cells;
        // What may be somebody's is not said again.
        if (read.fault === "person") this.wrong(read.row, "", read.fault);
        else this.wrong(read.row, group ?? name, read.fault, group === undefined ? {} : { of: "groups", at: name });
        continue;
      }
      const place = this.placeOf(read);
      if (place) found.push({ place, read });
    }
    for (const place of this.all) this.stageInstitution(place);
    for (const { place, read } of found) this.stageGroup(place, read);
  }

  absent(): ImportReport["absent"] {
    const met = new Set(this.all.map(({ id }) => id));
    return {
      institutions: this.known.institutions.filter((one) => isOpen(one) && !met.has(one.id)).length,
      groups: this.known.groups.filter((one) => isOpen(one) && !this.metGroups.has(one.id)).length,
    };
  }
}

/** A name in other letters is the same name. */
const plainly = (name: string, value: unknown): string =>
  name === "name" && typeof value === "string" ? plainName(value) : JSON.stringify(value);

/** What the file says otherwise; what it does not say stays. Undefined where nothing is. */
function changedFields(known: object, said: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const now: Readonly<Record<string, unknown>> = { isSpecialClass: false, ...known };
  const changed = Object.entries(said).filter(
    ([name, value]) => value !== undefined && plainly(name, value) !== plainly(name, now[name]),
  );
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

export function planImport(
  known: KnownPlaces,
  rows: readonly ImportRow[],
  change: string,
  newCode: () => string,
): ImportPlan {
  const planner = new Planner(known, change, newCode);
  planner.read(rows);
  const isWrong = planner.lines.some(({ becomes }) => becomes === "wrong");
  const staged = isWrong ? [] : planner.staged;
  const lines = planner.lines.toSorted((a, b) => a.row - b.row);
  return { staged, report: { lines, absent: planner.absent(), writes: staged.length } };
}
