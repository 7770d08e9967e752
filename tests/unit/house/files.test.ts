/** What the linter does not see: style sheets stay small too, every room has a README, every drawer has a name. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOMS = ["app", "server", "surveys", "tests", "scripts"];
const MOST_LINES = 300;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = ROOMS.flatMap(filesIn);

it("no style sheet is longer than a file may be", () => {
  const sheets = files.filter((file) => file.endsWith(".css"));
  expect(sheets.length).toBeGreaterThan(5);
  const long = sheets.filter((file) => readFileSync(file, "utf8").split("\n").length > MOST_LINES);
  expect(long).toEqual([]);
});

it("every folder of the server and of the surveys says what it is for", () => {
  const rooms = ["server", "surveys"].flatMap((room) =>
    readdirSync(room, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(room, name)),
  );
  expect(rooms.filter((room) => !existsSync(join(room, "README.md")))).toEqual([]);
});

it("days are counted in one place, in the municipality's time zone", () => {
  // A step of a migration imports nothing of ours, so that it stays what it was.
  const elsewhere = /\/(embedded|migrations)\//;
  const sources = files.filter((file) => /^(app|server|surveys)\/.*\.tsx?$/.test(file) && !elsewhere.test(file));
  const counting =
    /\.get(UTC)?(FullYear|Month|Date|Day|Hours)\(|toLocale(Date|Time)String|toISOString\(\)\.slice|86_?400_?000/;
  const writing = sources.filter((file) => readFileSync(file, "utf8").includes("Intl.DateTimeFormat("));
  const without = writing.filter((file) => !readFileSync(file, "utf8").includes("timeZone: TIME_ZONE"));
  expect(sources.filter((file) => counting.test(readFileSync(file, "utf8")))).toEqual([
    // Durations of so many hours.
    "server/lib/clock.ts",
    "surveys/paper/calendar.ts",
  ]);
  expect(writing.length).toBeGreaterThan(2);
  expect(without).toEqual([]);
});

it("no folder is a drawer without an owner", () => {
  const drawers = /(^|\/)(utils?|helpers?|common|misc|shared|v2)\//;
  expect(files.filter((file) => drawers.test(file))).toEqual([]);
});
