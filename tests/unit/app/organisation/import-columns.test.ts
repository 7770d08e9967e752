/** Columns of a file: matched by heading and memory, refused where persons stand in them, counted and filled where it is needed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeChildren, makeRows, partsOf } from "../../../../app/components/organisation/import/make-rows";
import { matchColumns, tableOf } from "../../../../app/components/organisation/import/match-columns";
import { suspicionOf } from "../../../../app/components/organisation/import/suspect-columns";
import { hasCpr } from "../../../../server/organisation/contract";

const two = (number: number) => String(number).padStart(2, "0");
const cpr = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([day, month, year, last]) => [two(day) + two(month) + two(year), String(last).padStart(4, "0")] as const);

describe("a CPR number", () => {
  it("is found however it is written, wherever it stands", () => {
    const texts = fc.tuple(
      cpr,
      fc.constantFrom("", "-", " ", "–"),
      fc.constantFrom("", "x ", "Nr.: "),
      fc.constantFrom("", " (m)", ", 3. A"),
    );
    fc.assert(
      fc.property(texts, ([[first, last], between, before, after]) => {
        expect(hasCpr(before + first + between + last + after)).toBe(true);
      }),
    );
  });

  it("is found where a spreadsheet took a number of it", () => {
    fc.assert(
      fc.property(cpr, ([first, last]) => {
        expect(hasCpr(String(Number(first + last)).padStart(9, "0"))).toBe(true);
      }),
    );
  });

  it("refuses its column, whatever it is called and how few of its cells have one", () => {
    const cells = fc.array(fc.constantFrom<string>("3. A", "Egeskolen", "22", ""), { maxLength: 40 });
    fc.assert(
      fc.property(
        cells,
        cpr,
        fc.nat(),
        fc.constantFrom("Klasse", "P-nummer", "", "Kode"),
        (others, [first, last], at, heading) => {
          // A P-number begins with ten: a birthday on the tenth cannot be told from one where all of a column are.
          fc.pre(!first.startsWith("10") || heading !== "P-nummer" || others.some((cell) => cell !== ""));
          expect(suspicionOf(heading, others.toSpliced(at % (others.length + 1), 0, first + last))).toBe("cpr");
        },
      ),
    );
  });

  it.each([["101001"], ["22"], ["3. A"], ["2026-09-06"], ["1299999999"], ["12345678901"], ["Skolevej 12, 8000"]])(
    "%s is none",
    (text) => {
      expect(hasCpr(text)).toBe(false);
    },
  );
});

describe("a column", () => {
  it.each([
    ["Elevens navn", ["A"], "person"],
    ["Fornavn", ["Ida"], "person"],
    ["Navn", ["Ida Marie Jensen", "Ali Yilmaz"], "person"],
    ["Kontakt", ["ida@example.dk"], "person"],
    ["Fødselsdato", ["2015-04-15"], "person"],
    ["Adresse", ["Vej 1"], "person"],
    ["Navn", ["Egeskolen", "H.C. Andersen Skolen", "Børnehuset Birken"], undefined],
    ["P-nummer", ["1003259876", "1001010101"], undefined],
    ["P-nummer", ["1003259876", "150415-4123"], "cpr"],
    ["Klasse", ["3. A", "Rød stue"], undefined],
  ])("%s of %j is %s", (heading, cells, suspicion) => {
    expect(suspicionOf(heading, cells)).toBe(suspicion);
  });

  const rows = [
    ["Elevtal 2026", "", "", ""],
    [],
    ["Distrikt", "Skolenavn", "Klasse", "Antal elever"],
    ["Nord", "Egeskolen", "1. A", "20"],
    ["", "", "1. B", "21"],
  ];

  it("is known by its heading, below a title", () => {
    const { columns, headAt } = tableOf({ rows });
    expect(headAt).toBe(2);
    expect(matchColumns(columns, {})).toEqual({ area: 0, name: 1, group: 2, childCount: 3 });
  });

  it("is what somebody said before", () => {
    const { columns } = tableOf({ rows });
    expect(matchColumns(columns, { distrikt: "none", antalelever: "ownCode" })).toEqual({
      name: 1,
      group: 2,
      ownCode: 3,
    });
  });

  it("merged over rows is told and filled from above", () => {
    const table = tableOf({ rows });
    const { rows: made, carried } = makeRows(table, matchColumns(table.columns, {}), false);
    expect(carried).toEqual([5]);
    expect(made).toEqual([
      { row: 4, cells: { area: "Nord", name: "Egeskolen", group: "1. A", childCount: "20" } },
      { row: 5, cells: { area: "Nord", name: "Egeskolen", group: "1. B", childCount: "21" } },
    ]);
  });
});

describe("rows of children", () => {
  const head = ["Skole", "Klasse", "CPR"];
  const rows = [
    head,
    ...Array.from({ length: 50_000 }, (_, at) => [
      `Skole ${at % 100}`,
      `${at % 10}. A`,
      `0101${two(at % 99)}4${(at % 900) + 100}`,
    ]),
  ];

  it("are counted, and nothing else of them is made", () => {
    const table = tableOf({ rows });
    const matching = { ...matchColumns(table.columns, {}), special: 2 };
    expect(looksLikeChildren(table, matching)).toBe(true);
    const { rows: made } = makeRows(table, matching, true);
    expect(made).toHaveLength(100);
    expect(made[0]).toEqual({ row: 2, cells: { name: "Skole 0", group: "0. A", childCount: "500" } });
    expect(JSON.stringify(made)).not.toContain("0101");
  });
});

it("parts hold every row once, each below what a request may be", () => {
  const rows = Array.from({ length: 9000 }, (_, row) => ({
    row,
    cells: { name: `Skole ${"å".repeat(row % 60)}`, group: `${row}` },
  }));
  const parts = partsOf(rows);
  expect(parts.flat()).toEqual(rows);
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(200_000);
});
