/** "20.–30. November" is open until the end of the 30th, by the municipality's clocks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Round } from "../../../../server/rounds/contract";
import { graceEnd, lacksBeforeOpening } from "../../../../server/rounds/rules";
import { endAfter, isInWindow, roundWindow } from "../../../../server/rounds/window";
import { planRounds } from "../../../../server/demo/plan";
import { dayAt, daysBetween, daysLater, endOf, lastDayBefore, startOf } from "../../../../surveys/paper/calendar";
import { feedbackDueDay } from "../../../../surveys/paper/school-days";
import { aRound } from "../../../support/small-municipality";

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => daysLater("1990-01-01", days));
const earlier = (date: Date) => new Date(date.getTime() - 1);

it("every instant of a day lies in the window of that day, the one before and the one after do not", () => {
  fc.assert(
    fc.property(day, fc.nat(), (one, some) => {
      const window = roundWindow(one, one);
      const length = window.closesAt.getTime() - window.opensAt.getTime();
      const within = new Date(window.opensAt.getTime() + (some % length));
      for (const instant of [window.opensAt, within, earlier(window.closesAt)]) {
        expect(dayAt(instant)).toBe(one);
        expect(isInWindow(window, instant), instant.toISOString()).toBe(true);
      }
      for (const instant of [earlier(window.opensAt), window.closesAt]) {
        expect(dayAt(instant)).not.toBe(one);
        expect(isInWindow(window, instant), instant.toISOString()).toBe(false);
      }
    }),
  );
});

describe("days after the end", () => {
  it.each([
    ["the end of a window", endOf("2026-03-27"), 3, "2026-03-30"],
    ["noon", new Date("2026-03-27T11:24:00Z"), 3, "2026-03-30"],
    ["the end of a window, before clocks go back", endOf("2026-10-24"), 1, "2026-10-25"],
    ["New Year's Eve", endOf("2026-12-31"), 2, "2027-01-02"],
    ["no days", endOf("2026-06-30"), 0, "2026-06-30"],
  ])("%s: whole days", (_what, ended, days, last) => {
    expect(endAfter(ended, days)).toEqual(endOf(last));
    const round = aRound({ graceDays: days, closesAt: ended });
    const closed: Round = { ...round, state: "closed", closedAt: ended };
    expect(graceEnd(closed)).toEqual(endOf(last));
  });
});

it("the answer to the children may be due on the day after the last, and no earlier", () => {
  const promise = { code: "confidential" } as const;
  const lacks = (feedbackDueAt: Date) =>
    lacksBeforeOpening(aRound({ ...roundWindow("2026-03-01", "2026-03-21"), feedbackDueAt }), {
      promise,
      isSensitive: false,
    });
  expect(lacks(startOf("2026-03-22"))).toEqual([]);
  expect(lacks(new Date("2026-03-21T22:00:00Z"))).toHaveLength(1);
});

it("a window does not end before it begins", () => {
  expect(() => roundWindow("2026-03-02", "2026-03-01")).toThrow(RangeError);
  expect(() => roundWindow("2026-03-02", "soon")).toThrow(RangeError);
});

it("the demo's rounds are three whole weeks, named by the season of their first day, at whatever hour they are made", () => {
  const hour = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(hour, (now) => {
      const { sealed, open } = planRounds(now, []);
      for (const { opensAt, closesAt, feedbackDueAt, title } of [...sealed, open]) {
        const [first, last] = [dayAt(opensAt), lastDayBefore(closesAt)];
        expect([opensAt, closesAt]).toEqual([startOf(first), endOf(last)]);
        expect(daysBetween(first, last)).toBe(20);
        expect(feedbackDueAt).toEqual(startOf(feedbackDueDay(daysLater(last, 28), last)));
        expect(title.da).toContain(first.slice(0, 4));
        if (first.endsWith("-01-01")) expect(title.da).toContain("Vinter");
      }
      expect(daysBetween(dayAt(open.opensAt), dayAt(now))).toBe(10);
      expect(isInWindow(open, now)).toBe(true);
    }),
  );
});
