/** The tables of an export against the release they are made of, and against what an independent reader finds in the files. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "../../../../server/accounts/contract";
import { codebookIn } from "../../../../server/exports/about-figures";
import { CODES } from "../../../../server/exports/codes";
import { COLUMNS, COLUMN_NAMES } from "../../../../server/exports/columns";
import type { Edition, ExportFormat, Table } from "../../../../server/exports/contract";
import { plainCell } from "../../../../server/exports/plain-cell";
import { rowsOf } from "../../../../server/exports/rules";
import { createExportService } from "../../../../server/exports/service";
import { csvText, writeCsv } from "../../../../server/exports/write-csv";
import { writeWorkbook } from "../../../../server/exports/write-workbook";
import type { Release } from "../../../../server/releases/contract";
import type { Locale } from "../../../../surveys/paper/local-text";
import { aRelease } from "../../../support/a-release";
import { figuresFor } from "../../../support/figures-for";
import { readCsv, readWorkbook } from "../../../support/read-spreadsheet";

const EDITIONS: readonly Edition[] = ["staff", "board"];

/** Every number of a value, with the names on the way to it. */
function numbersIn(value: unknown, path: readonly string[] = []): { path: readonly string[]; value: number }[] {
  if (typeof value === "number") return [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, [...path, name]));
}

/** The same value with other numbers, no two of them alike. */
function renumbered<T>(value: T, next: () => number): T {
  if (typeof value === "number") return next() as T;
  if (Array.isArray(value)) return value.map((inner: unknown) => renumbered(inner, next)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renumbered(inner, next)])) as T;
}

let last = 0;
const distinct = renumbered(aRelease(), () => (last += 1) + 0.5);
/** About the survey and the release themselves: they stand in the provenance. */
const OF_THE_RELEASE = ["version", "surveyVersion", "epsilonPermille"];
const numbersOf = (release: Release) =>
  numbersIn(release).filter(({ path }) => !OF_THE_RELEASE.includes(path[0] ?? ""));
const numbersOfTable = (table: Table) =>
  table.rows.flatMap((row) =>
    row.filter(
      (cell, at): cell is number =>
        typeof cell === "number" && !["anchor", "favourable"].includes(COLUMN_NAMES[at] ?? ""),
    ),
  );

describe("the figures", () => {
  it("for the staff are every number of the release, and no other", () => {
    const found = new Set(numbersOfTable(figuresFor(distinct, { edition: "staff", locale: "da" })));
    const told = numbersOf(distinct);
    expect(told.length).toBeGreaterThan(90);
    expect(told.filter(({ value }) => !found.has(value))).toEqual([]);
    expect([...found].filter((number) => !told.some(({ value }) => value === number))).toEqual([]);
  });

  it("for the board are every number but the groups', and name none of them", () => {
    const table = figuresFor(distinct, { edition: "board", locale: "da" });
    const found = new Set(numbersOfTable(table));
    const isOfGroups = ({ path }: { path: readonly string[] }) => path[0] === "heard" || path.includes("leaves");
    const told = numbersOf(distinct);
    expect(told.filter(isOfGroups).filter(({ value }) => found.has(value))).toEqual([]);
    expect(told.filter((one) => !isOfGroups(one)).filter(({ value }) => !found.has(value))).toEqual([]);
    const text = JSON.stringify(table.rows);
    for (const name of ["1. A", "1. B", "Rød stue"]) expect(text).not.toContain(name);
    expect(JSON.stringify(figuresFor(distinct, { edition: "staff", locale: "da" }).rows)).toContain("1. A + 1. B");
  });

  it("put each number where its column says", () => {
    const rows = rowsOf(aRelease(), { edition: "staff", locale: "en" });
    const one = (kind: string, level: string, more: object = {}) =>
      rows.find(
        (row) =>
          row.kind === kind &&
          row.level === level &&
          Object.entries(more).every(([name, value]) => (row as Record<string, unknown>)[name] === value),
      );
    expect(one("heard", "institution")).toMatchObject({ invited: 38, participants: 30, response: "full" });
    expect(one("heard", "institution", { form: "age-3-5" })).toMatchObject({ invited: 4, hidden: "with-area" });
    expect(one("heard", "institution", { form: "age-3-5" })?.participants).toBeUndefined();
    expect(one("index", "institution", { index: "W1" })).toMatchObject({
      share: 64.5,
      low: 58.1,
      high: 70.9,
      municipality: 71.4,
      changeBy: -12.4,
      certainty: "fairly-certain",
    });
    expect(one("past", "institution")).toMatchObject({
      share: 76.9,
      margin: 8.7,
      pastRoundId: "last",
      pastRound: "Autumn",
    });
    expect(one("item", "institution", { item: "safe" })).toMatchObject({
      base: 27,
      share: 61.2,
      allLow: 40.4,
      allHigh: 79.5,
      question: "Are you safe here?",
      anchor: 1,
    });
    expect(one("opposite", "institution")).toMatchObject({ share: 38.8, low: 27.7, high: 49.9 });
    expect(one("choice", "institution", { choice: "no" })).toMatchObject({
      choiceText: "No",
      favourable: 0,
      share: 38.8,
    });
    expect(one("choice", "institution", { item: "map" })).toMatchObject({ place: "The yard", choice: "without" });
    expect(one("non-answer", "institution", { choice: "none" })).toMatchObject({ share: 6.7, participants: 30 });
    expect(one("hardship", "institution", { choice: "themes-3" })).toMatchObject({ base: 64, share: 37 });
    const ofArea = { area: "Nord", form: "age-6-9", base: 212, share: 41, low: 39, high: 43 };
    expect(one("hardship", "area", { choice: "themes-3" })).toMatchObject(ofArea);
    expect(one("hardship", "institution")?.area).toBeUndefined();
    expect(one("choice", "group", { choice: "yes" })).toMatchObject({
      group: "1. A + 1. B",
      share: 62,
      low: 41,
      high: 83,
    });
    expect(one("finding", "institution", { finding: "good" })).toMatchObject({
      item: "safe",
      tenths: 6,
      words: "over-half",
    });
  });
});

describe("the codebook", () => {
  const codeColumns = [...new Set(CODES.map(({ column }) => column))];

  it.each(EDITIONS)("explains every column and every code of the %s' figures in both languages", (edition) => {
    const rows = codebookIn("da").rows;
    const explained = (name: string, code: string | null) =>
      rows.some(([da, , key, ofDa, ofEn]) => da === name && key === code && ofDa && ofEn);
    for (const column of COLUMN_NAMES) expect(explained(COLUMNS[column].name.da, null), column).toBe(true);
    for (const row of rowsOf(aRelease(), { edition, locale: "da" }))
      for (const column of codeColumns) {
        const code = row[column];
        // Choices of a question have their words beside them.
        if (typeof code !== "string" || (column === "choice" && (row.choiceText || row.finding))) continue;
        expect(explained(COLUMNS[column].name.da, code), `${column} ${code}`).toBe(true);
      }
  });
});

const odd = fc.string({
  unit: fc.oneof(fc.constantFrom(..."=+-@;,|\"'\t\r\n\0\u202e<>&_x0"), fc.string({ unit: "grapheme", maxLength: 3 })),
  maxLength: 20,
});
const release = fc
  .record({ name: odd, group: odd, title: odd, label: odd, share: fc.double({ min: -100, max: 100, noNaN: true }) })
  .map(({ name, group, title, label, share }): Release => {
    const made = aRelease({ institutionName: name, roundTitle: { da: title, en: title } });
    const [form, other] = made.forms;
    if (!form || !other) throw new Error("There are two forms.");
    const questions = form.questions.map((question) => ({
      ...question,
      question: { da: label, en: label },
      base: share,
    }));
    return {
      ...made,
      forms: [{ ...form, questions, leaves: form.leaves.map((leaf) => ({ ...leaf, names: [group, name] })) }, other],
    };
  });

const serviceOf = (made: Release) =>
  createExportService({
    getRelease: async () => ({ release: made, plans: [], label: { title: "" } }),
    getMunicipality: async () => ({
      name: "Prøveby",
      isInvented: true,
      backupRetentionDays: 1,
      voiceOrder: "device-first",
    }),
  });
const nobody: Actor = { kind: "nobody" };
const filesOf = (made: Release, format: ExportFormat, locale: Locale = "da") =>
  serviceOf(made).getFiles(nobody, { institutionId: "eg", roundId: "forar", format, edition: "staff", locale });

describe("a file, read by another reader", () => {
  it.each([
    ["da", ";"],
    ["en", ","],
  ] as const)("is the table it was made of, as CSV in %s", async (locale, separator) => {
    await fc.assert(
      fc.asyncProperty(release, async (made) => {
        const table = figuresFor(made, { edition: "staff", locale });
        const text = await writeCsv(table, locale);
        expect(text.startsWith("\ufeff")).toBe(true);
        const [header, ...rows] = readCsv(text.slice(1), separator);
        expect(header?.map((cell) => cell.text)).toEqual(table.header);
        const back = rows.map((row) =>
          row.map(({ text: cell, isQuoted }) =>
            isQuoted ? cell : cell === "" ? null : Number(locale === "da" ? cell.replace(",", ".") : cell),
          ),
        );
        // A spreadsheet knows no difference between nothing and no letters, nor between nothing below and above.
        const plain = table.rows.map((row) =>
          row.map((cell) => (typeof cell === "number" ? cell + 0 : cell === "" ? null : cell && csvText(cell))),
        );
        expect(back.map((row) => row.map((cell) => (cell === "" ? null : cell)))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it("is the tables it was made of, as a workbook: numbers as numbers, the header held", async () => {
    await fc.assert(
      fc.asyncProperty(release, async (made) => {
        const table = figuresFor(made, { edition: "staff", locale: "da" });
        const [sheet, ...others] = readWorkbook(await writeWorkbook([table, codebookIn("da")]));
        expect(others).toHaveLength(1);
        const bare = (row: readonly (string | number | null)[]) =>
          COLUMN_NAMES.map((_, at) => (row[at] === "" ? null : (row[at] ?? null)));
        expect(sheet?.rows[0]).toEqual(table.header);
        expect(sheet?.rows.slice(1).map(bare)).toEqual(
          table.rows.map((row) => bare(row.map((cell) => (typeof cell === "number" ? cell + 0 : cell)))),
        );
        expect(sheet?.title).toBe("Tal");
        expect(sheet?.xml).toContain('state="frozen"');
        expect(sheet?.xml).toContain('<col min="1" max="1" width="12"');
        expect(sheet?.xml).not.toContain("<f>");
      }),
      { numRuns: 30 },
    );
  });

  it("says how many rows there are, and which bytes: the same for both formats", async () => {
    const [figures, , provenance] = await filesOf(aRelease(), "csv");
    const [workbook] = await filesOf(aRelease(), "xlsx");
    const checksum = createHash("sha256")
      .update(figures?.bytes ?? "")
      .digest("hex");
    const asText = new TextDecoder().decode(provenance?.bytes);
    const rows = rowsOf(aRelease(), { edition: "staff", locale: "da" }).length;
    expect(asText).toContain(`"tal som CSV, SHA-256";"${checksum}"`);
    expect(asText).toContain(`"rækker med tal";${rows}`);
    const sheets = readWorkbook(workbook?.bytes ?? new Uint8Array());
    expect(sheets.map(({ title }) => title)).toEqual(["Tal", "Kodebog", "Oprindelse"]);
    expect(sheets[0]?.rows).toHaveLength(rows + 1);
    expect(sheets[2]?.rows).toContainEqual(["tal som CSV, SHA-256", checksum]);
    // One sheet is looked at, or what is typed goes into all three.
    expect(sheets.filter(({ xml }) => xml.includes('tabSelected="1"'))).toHaveLength(1);
  });

  it.each([
    ["Børnehuset ../../etc/passwd", "lyt-hoejt-Boernehuset-etc-passwd-Foraar"],
    ['"; filename="x.exe', "lyt-hoejt-filename-x-exe-Foraar"],
    ["CON\r\nSet-Cookie: a=b", "lyt-hoejt-CON-Set-Cookie-a-b-Foraar"],
    ["مدرسة", "lyt-hoejt--Foraar"],
    ["\u202egpj.exe", "lyt-hoejt-gpj-exe-Foraar"],
    ["=1+1", "lyt-hoejt-1-1-Foraar"],
    ["Å".repeat(300), `lyt-hoejt-${"Aa".repeat(60)}-Foraar`],
  ])("has a safe name, whatever the institution's: %j", async (institutionName, ascii) => {
    const roundTitle = { da: "Forår", en: "Spring" };
    const [file] = await filesOf(aRelease({ institutionName, roundTitle }), "csv");
    expect(file?.disposition).toMatch(/^attachment; filename="[A-Za-z0-9.-]+"; filename\*=UTF-8''[A-Za-z0-9.%_~-]+$/);
    expect(file?.disposition).toContain(`filename="${ascii.replace("--", "-")}`);
    expect(file?.name).not.toMatch(/[/\\:*?"<>|\p{C}]/u);
  });
});

it("writes one after the other, and refuses when nobody could want so many", async () => {
  const service = serviceOf(aRelease());
  const wanted = { institutionId: "eg", roundId: "forar", format: "csv", edition: "board", locale: "da" } as const;
  const all = await Promise.allSettled(Array.from({ length: 40 }, () => service.getFiles(nobody, wanted)));
  const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason as { code: string }] : []));
  expect(refused).toHaveLength(20);
  expect(refused[0]).toMatchObject({ code: "request.tooMany", status: 429 });
  await expect(service.getFiles(nobody, wanted)).resolves.toHaveLength(3);
});

it.each([...Object.getOwnPropertyNames(Object.prototype), "_x003D_1+1", "<b>&amp;</b>", " a  b "])(
  "keeps a name that means something to the package or to XML: %s",
  async (name) => {
    const table: Table = {
      name: "figures",
      title: "a/b:c*d?[e]\\'f",
      header: [name],
      rows: [[name, -1.5]],
      widths: [9],
    };
    const [sheet] = readWorkbook(await writeWorkbook([table]));
    expect(sheet?.rows).toEqual([[name], [name, -1.5]]);
    expect(sheet?.title).toBe("a b c d  e   f");
  },
);

it("leaves a header with a formula in it as text", async () => {
  expect(await writeCsv({ header: [plainCell("=1+1")], rows: [] }, "da")).toBe('\ufeff"\'=1+1"\r\n');
});
