/** Until when a writing is read, by whom, in which order, and what may be done with it. */
import { describe, expect, it } from "vitest";
import {
  TURNS,
  dueAt,
  inReadingOrder,
  isFormNamed,
  isOverdue,
  isQuotable,
  readBy,
  readersOf,
} from "../../../../server/reading-room/rules";
import { WRITING_DEEDS } from "../../../../server/reading-room/contract";

it.each([
  ["a Monday", "2026-03-09", "2026-03-10T15:00:00.000Z"],
  ["a Friday", "2026-03-13", "2026-03-16T15:00:00.000Z"],
  ["a Saturday", "2026-03-14", "2026-03-16T15:00:00.000Z"],
  ["the Wednesday before Easter, in summer time", "2026-04-01", "2026-04-07T14:00:00.000Z"],
  ["the Friday before Whitsun", "2026-05-22", "2026-05-26T14:00:00.000Z"],
  ["the Thursday before Constitution Day, a Friday", "2026-06-04", "2026-06-08T14:00:00.000Z"],
  ["the day before Christmas Eve", "2026-12-23", "2026-12-28T15:00:00.000Z"],
])("what came on %s is read by 16:00 of the next working day", (_, day, moment) => {
  expect(readBy(day).toISOString()).toBe(moment);
});

it("what worries is acted on within a day, also over a weekend, and what is over is due never", () => {
  const worriedAt = new Date("2026-03-13T14:00:00Z");
  const worrying = { state: "worrying", arrivedOn: "2026-03-13", worriedAt } as const;
  expect(dueAt(worrying)?.toISOString()).toBe("2026-03-14T14:00:00.000Z");
  expect(isOverdue(worrying, new Date("2026-03-14T13:59:59Z"))).toBe(false);
  expect(isOverdue(worrying, new Date("2026-03-14T14:00:00Z"))).toBe(true);
  for (const state of ["read", "quoted", "acted"] as const)
    expect(dueAt({ state, arrivedOn: "2026-03-13" })).toBe(undefined);
});

describe("who reads", () => {
  const round = { editors: [{ language: "da", editor: "a", deputy: "b" }], institutionIds: ["eg"] } as const;
  const fit = { role: "editor", institutionIds: [] } as const;
  it.each([
    ["both", { ...fit }, { ...fit }, ["a", "b"]],
    ["the deputy, when the editor lost the role", { ...fit, role: "leader" as const }, { ...fit }, ["b"]],
    ["the editor, when the deputy works there", { ...fit }, { ...fit, institutionIds: ["eg"] }, ["a"]],
    ["nobody", { ...fit, role: "administrator" as const }, { ...fit, institutionIds: ["eg"] }, []],
  ])("is %s", (_, editor, deputy, readers) => {
    const people = [
      { id: "a", ...editor },
      { id: "b", ...deputy },
    ];
    expect(readersOf(round, "da", people)).toEqual(readers);
    expect(readersOf(round, "ar", people)).toEqual([]);
  });

  it("is nobody who is no user any more", () => {
    expect(readersOf(round, "da", [])).toEqual([]);
  });
});

it("what worries ends in nothing but what was done", () => {
  const ways = WRITING_DEEDS.filter((deed) => TURNS[deed].from === "worrying");
  expect(ways).toEqual(["done"]);
});

it("stands with what worries first, then by day, within a day by an id that tells nothing", () => {
  const at = (id: string, arrivedOn: string) => ({ id, arrivedOn, state: "waiting" as const });
  const worrying = { id: "z", arrivedOn: "2026-03-12", state: "worrying" as const, worriedAt: new Date("2026-03-13") };
  const list = [at("c", "2026-03-10"), at("b", "2026-03-09"), at("a", "2026-03-10"), worrying];
  expect(inReadingOrder(list).map(({ id }) => id)).toEqual(["z", "b", "a", "c"]);
});

it("names a form from twenty invited, and shows a quotation from ten answers", () => {
  expect([19, 20].map(isFormNamed)).toEqual([false, true]);
  expect([undefined, 9, 10].map(isQuotable)).toEqual([false, false, true]);
});
