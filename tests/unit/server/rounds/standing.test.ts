/** One rule of both deadlines: what a round lets a child do, before, at and after each, whoever has noticed them by then. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "../../../../server/lib/clock";
import type { Round } from "../../../../server/rounds/contract";
import { acceptsAnswers, graceEnd, isInGrace, standingOf } from "../../../../server/rounds/rules";
import type { Standing } from "../../../../server/rounds/rules";
import { aRound } from "../../../support/small-municipality";

const open = aRound({ state: "open" });
const early = aRound({ state: "closed", closedAt: new Date("2026-03-15T12:00:00Z") });
const ms = (date: Date, by: number) => new Date(date.getTime() + by);
// Days are whole ones, in Copenhagen.
const end = new Date("2026-03-24T23:00:00Z");
const earlyEnd = new Date("2026-03-18T23:00:00Z");

it.each<[string, Round, Date, Standing]>([
  ["a draft in its window", aRound(), open.opensAt, "not-yet"],
  ["open, a moment before its window", open, ms(open.opensAt, -1), "not-yet"],
  ["open, as its window begins", open, open.opensAt, "open"],
  ["open, a moment before its window ends", open, ms(open.closesAt, -1), "open"],
  ["open, as its window ends, and nothing has closed it", open, open.closesAt, "grace"],
  ["open, as the grace ends, and nothing has closed it", open, ms(end, -1), "grace"],
  ["open, after the grace, and nothing has closed it", open, end, "over"],
  ["closed by hand within its window", early, early.closedAt ?? end, "grace"],
  ["closed by hand, as its grace ends", early, ms(earlyEnd, -1), "grace"],
  ["closed by hand, after its grace", early, earlyEnd, "over"],
  ["closed by hand a day too late", { ...early, closedAt: addDays(open.closesAt, 1) }, end, "over"],
  ["sealing", { ...early, state: "sealing" }, early.opensAt, "over"],
  ["sealed", { ...early, state: "sealed" }, early.opensAt, "over"],
])("%s", (_what, round, now, standing) => {
  expect(standingOf(round, now)).toBe(standing);
});

it("closing an overdue round changes nothing for a child, and a standing never goes back", () => {
  const order: readonly Standing[] = ["not-yet", "open", "grace", "over"];
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 40 * 86_400 }), fc.nat(86_400), (seconds, later) => {
      const now = ms(open.opensAt, seconds * 1000);
      const after = ms(now, later * 1000);
      expect(order.indexOf(standingOf(open, after))).toBeGreaterThanOrEqual(order.indexOf(standingOf(open, now)));
      if (now < open.closesAt) return;
      const closed: Round = { ...open, state: "closed", closedAt: now };
      expect(standingOf(closed, after)).toBe(standingOf(open, after));
      expect(acceptsAnswers(closed, after)).toBe(isInGrace(closed, after));
      expect(graceEnd(closed)).toEqual(end);
    }),
  );
});
