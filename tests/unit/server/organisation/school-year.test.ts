/** Which school year it is, and what a class is called in the next. */
import { expect, it } from "vitest";
import type { Group } from "../../../../server/organisation/contract";
import { gradeOf, nextYearOf, schoolYearAt } from "../../../../server/organisation/school-year";

it.each([
  ["2026-07-31", 2025],
  ["2026-08-01", 2026],
  ["2026-12-31", 2026],
  ["2027-01-01", 2026],
])("%s is in the school year that began in %i", (day, year) => {
  expect(schoolYearAt(day)).toBe(year);
});

it.each([
  ["3. A", 3],
  ["3.a", 3],
  ["0.B", 0],
  ["10. klasse", 10],
  ["7b", 7],
  ["1. årgang", 1],
  ["Rød stue", undefined],
  ["22 venner", undefined],
  ["SFO 2", undefined],
])("%s is of the year %s", (name, grade) => {
  expect(gradeOf(name)).toBe(grade);
});

const group = (changes: Partial<Group>): Group => ({
  id: "g",
  institutionId: "eg",
  name: "3. A",
  band: "6-9",
  childCount: 20,
  code: "c",
  ...changes,
});

it.each<[string, Partial<Group>, object]>([
  ["a class moves up, and its form with its age", {}, { becomes: "up", name: "4. A", band: "10-12" }],
  ["a class keeps its form within an age", { name: "1.b" }, { becomes: "up", name: "2.b", band: "6-9" }],
  ["a form that does not follow age goes on so", { name: "5. S" }, { becomes: "up", name: "6. S", band: "6-9" }],
  ["the last year leaves", { name: "9. C", band: "13-18" }, { becomes: "ends" }],
  ["a room stays", { name: "Rød stue", band: "3-5" }, { becomes: "stays", name: "Rød stue" }],
  ["who leaves at summer leaves", { name: "Rød stue", isLeaving: true }, { becomes: "ends" }],
  [
    "what was changed by hand holds",
    { next: { name: "4. X", band: "6-9" } },
    { becomes: "up", name: "4. X", band: "6-9" },
  ],
  ["also to stay", { next: { name: "3. A", band: "6-9" } }, { becomes: "stays", name: "3. A" }],
])("%s", (_, changes, next) => {
  expect(nextYearOf(group(changes))).toMatchObject(next);
});
