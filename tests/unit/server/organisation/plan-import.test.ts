/** What an import would do, row by row: known again by number, P-number, code or name; and a clear fault for each thing that is wrong. */
import { describe, expect, it } from "vitest";
import type { ImportRow, ReportLine } from "../../../../server/organisation/contract";
import type { KnownPlaces } from "../../../../server/organisation/plan-import";
import { planImport } from "../../../../server/organisation/plan-import";

const KNOWN: KnownPlaces = {
  areas: [{ id: "nord", name: "Nord", version: 1 }],
  institutions: [
    { id: "eg", name: "Egeskolen", kinds: ["skole"], areaId: "nord", number: "101001", version: 3 },
    { id: "birk", name: "Børnehuset Birken", kinds: ["dagtilbud"], areaId: "nord", version: 1 },
    {
      id: "old",
      name: "Gamle Skole",
      kinds: ["skole"],
      areaId: "nord",
      number: "101009",
      closedOn: "2025-06-30",
      version: 1,
    },
  ],
  groups: [
    { id: "eg-3a", institutionId: "eg", name: "3. A", band: "6-9", childCount: 22, code: "x", version: 2 },
    { id: "eg-3b", institutionId: "eg", name: "3. B", band: "6-9", childCount: 20, code: "y", version: 1 },
  ],
};

const EG = { number: "101001", name: "Egeskolen" };
const NEW = { number: "101002", name: "Ny Skole", area: "Nord", kinds: "skole" };
const rowsOf = (...cells: readonly ImportRow["cells"][]): ImportRow[] =>
  cells.map((one, at) => ({ row: at + 2, cells: one }));
const plan = (...cells: readonly ImportRow["cells"][]) => planImport(KNOWN, rowsOf(...cells), "change", () => "code");
const told = ({ of, becomes, name }: ReportLine) => `${of} ${becomes} ${name}`;

describe("an import", () => {
  it("tells what is new, changed and the same, and what is not in the file", () => {
    const { staged, report } = plan(
      { ...EG, group: "3. a", childCount: "22" },
      { ...EG, group: "3. B", childCount: "19" },
      { ...NEW, area: "Syd", group: "0. A", childCount: "17,0" },
    );
    expect(report.lines.map(told)).toEqual([
      "institutions same Egeskolen",
      "groups same 3. a",
      "groups changed 3. B",
      "areas new Syd",
      "institutions new Ny Skole",
      "groups new 0. A",
    ]);
    expect(report.absent).toEqual({ institutions: 1, groups: 0 });
    expect(report.writes).toBe(staged.length);
    expect(staged).toContainEqual({
      of: "groups",
      id: "eg-3b",
      isNew: false,
      version: 1,
      fields: { childCount: 19 },
    });
  });

  it("done twice changes nothing the second time, and makes the same ids from the same file", () => {
    const rows = [{ ...NEW, group: "1. A", childCount: "20" }] as const;
    const ids = (made: ReturnType<typeof plan>) => made.staged.map(({ id }) => id);
    expect(ids(plan(...rows))).toEqual(ids(plan(...rows)));
  });

  it.each([
    ["its number", EG, "same"],
    ["its name in the area", { name: "egeskolen", area: "Nord" }, "same"],
    ["its number, under another name", { number: "101001", name: "Egelundskolen" }, "changed"],
    ["its name, and is given a number", { name: "Børnehuset Birken", area: "Nord", number: "101077" }, "changed"],
    ["nothing: another number is another house", { name: "Egeskolen", area: "Nord", number: "101055" }, "new"],
  ])("knows an institution again by %s", (_, cells, becomes) => {
    expect(plan(cells).report.lines.at(-1)).toMatchObject({ of: "institutions", becomes });
  });

  it.each([
    ["6-9", "6-9"],
    ["6 – 9 år", "6-9"],
    ["2026-09-06", "6-9"],
    ["børnehave", "3-5"],
    ["4. klasse", "10-12"],
    ["", "6-9"],
  ])("reads the form %j as %s", (band, form) => {
    const { staged } = plan({ ...NEW, group: "2. A", childCount: "20", band });
    expect(staged.at(-1)).toMatchObject({ document: { band: form } });
  });
});

describe("a row is told to be wrong", () => {
  const group = (cells: ImportRow["cells"]) => ({ ...EG, group: "3. C", childCount: "20", ...cells });
  it.each<[string, readonly ImportRow["cells"][], number?]>([
    ["noInstitution", [{ group: "3. A", childCount: "20" }]],
    ["noName", [{ number: "101003" }]],
    ["noKind", [{ ...NEW, name: "Huset", kinds: "" }]],
    ["number", [{ ...EG, number: "1001" }]],
    ["pNumber", [{ ...EG, pNumber: "12" }]],
    ["kinds", [{ ...NEW, kinds: "bibliotek" }]],
    ["controller", [{ ...NEW, controller: "naboen" }]],
    ["band", [group({ band: "voksne" })]],
    ["noGroup", [{ ...EG, childCount: "20" }]],
    ["dateName", [group({ group: "2026-03-01" })]],
    ["noChildren", [group({ childCount: "" })]],
    ["dateChildren", [group({ childCount: "2026-01-22" })]],
    ["notChildren", [group({ childCount: "mange" })]],
    ["notChildren", [group({ childCount: "22,5" })]],
    ["tooFew", [group({ childCount: "-3" })]],
    ["tooFew", [group({ childCount: "0" })]],
    ["tooMany", [group({ childCount: "400" })]],
    ["sameGroup", [group({}), group({ group: "3.  c" })], 2],
    ["sameNumber", [EG, { ...EG, name: "En anden skole" }], 2],
    ["closed", [{ number: "101009" }]],
    ["garbled", [{ ...NEW, name: "Ã†røskolen" }]],
    ["garbled", [{ ...NEW, name: "R\uFFFDd stue" }]],
    ["person", [group({ group: "150415-4123" })]],
    ["long", [{ ...NEW, name: "x".repeat(200) }]],
  ])("as %s, and then nothing is done", (fault, cells, other) => {
    const { staged, report } = plan(...cells, {
      ...NEW,
      number: "101099",
      name: "God Skole",
      group: "1. A",
      childCount: "9",
    });
    const wrong = report.lines.filter(({ becomes }) => becomes === "wrong");
    expect(wrong.map((line) => [line.fault, line.other])).toEqual([[fault, other]]);
    expect([staged, report.writes]).toEqual([[], 0]);
    if (fault === "person") expect(JSON.stringify(report)).not.toContain("150415");
  });

  it("when it has no area and there are several", () => {
    const known = { ...KNOWN, areas: [...KNOWN.areas, { id: "syd", name: "Syd", version: 1 }] };
    const { report } = planImport(known, rowsOf({ ...NEW, area: "" }), "change", () => "code");
    expect(report.lines).toMatchObject([{ fault: "noArea" }]);
  });
});
