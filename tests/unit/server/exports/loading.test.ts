/** What writes spreadsheets is loaded when one is asked for: a process that starts does not pay for it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const sources = ["server", "app"].flatMap((room) =>
  readdirSync(room, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const importing = (what: RegExp): string[] => sources.filter((file) => what.test(readFileSync(file, "utf8")));

it("the packages stand in the writers alone, and the writers are imported on demand", () => {
  const packages = /from "(csv-stringify|write-excel-file)/;
  expect(importing(packages)).toEqual(["server/exports/write-csv.ts", "server/exports/write-workbook.ts"]);
  expect(importing(/from "[^"]*\/write-(csv|workbook)"/)).toEqual([]);
  expect(importing(/await import\("\.\/write-(csv|workbook)"\)/)).toEqual(["server/exports/service.ts"]);
});
