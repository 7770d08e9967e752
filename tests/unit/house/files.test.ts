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

it("no folder is a drawer without an owner", () => {
  const drawers = /(^|\/)(utils?|helpers?|common|misc|shared|v2)\//;
  expect(files.filter((file) => drawers.test(file))).toEqual([]);
});
