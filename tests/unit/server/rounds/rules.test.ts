/** What a round promises may only come nearer. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { LabelCode } from "../../../../surveys/labels/labels";
import { addDays } from "../../../../server/lib/clock";
import type { Round } from "../../../../server/rounds/contract";
import { graceEnd, hasReader, lacksBeforeOpening, roundLabel } from "../../../../server/rounds/rules";
import { startOf } from "../../../../surveys/paper/calendar";
import { aRound } from "../../../support/small-municipality";

const LABELS = ["counters", "anonymous", "confidential", "named"] as const satisfies readonly LabelCode[];
const open = aRound();
const facts = { hasFreeText: false, backupRetentionDays: 14 };
const untilOf = (round: Round, now: Date) => roundLabel(round, { ...facts, now }).until;

it("the day on which answers become anonymous never moves away, through closing and sealing", () => {
  const hours = fc.double({ min: 0, max: 23.99, noNaN: true });
  // The clock ticks every minute: a round is sealed on the day that follows its grace, at any hour of it.
  fc.assert(
    fc.property(hours, hours, fc.boolean(), (openHours, sealHours, isEarly) => {
      const closedAt = isEarly ? addDays(open.opensAt, openHours / 24) : open.closesAt;
      const closed: Round = { ...open, state: "closed", closedAt };
      const end = graceEnd(closed) ?? closedAt;
      const sealed: Round = { ...closed, state: "sealed", sealedAt: addDays(end, sealHours / 24) };
      const promised = untilOf(open, open.opensAt);
      const nearer = untilOf(closed, closedAt);
      const last = untilOf(sealed, sealed.sealedAt ?? end);
      expect(promised && nearer && nearer <= promised).toBe(true);
      expect(nearer && last && last <= nearer).toBe(true);
    }),
  );
});

it("a survey with sensitive items is opened under the promise of confidentiality, and under no other", () => {
  const lacks = (code: LabelCode, isSensitive: boolean) =>
    lacksBeforeOpening(open, { promise: { code }, isSensitive }).length > 0;
  expect(LABELS.filter((code) => lacks(code, true))).toEqual(["counters", "anonymous", "named"]);
  expect(LABELS.filter((code) => lacks(code, false))).toEqual([]);
  const promise = roundLabel({ ...open, state: "draft" }, { ...facts, now: open.opensAt });
  expect(lacksBeforeOpening(open, { promise, isSensitive: true })).toEqual([]);
});

it.each([
  [undefined, false],
  [{ da: "", en: "" }, false],
  [{ da: "Lederen", en: " " }, false],
  [{ da: "Lederen", en: "The head" }, true],
])("of the reader %j it is known whether there is one: %s", (readerRole, isThere) => {
  expect(hasReader({ readerRole })).toBe(isThere);
});

it("a sealed round is anonymous once the last backup that knew more is gone", () => {
  const sealed: Round = { ...open, state: "sealed", sealedAt: new Date("2026-04-01T10:00:00Z") };
  const codeAt = (now: string) => roundLabel(sealed, { ...facts, now: new Date(now) }).code;
  // Fourteen days after the 1st a backup may still be there; "from the 16th" begins at midnight.
  expect(codeAt("2026-04-15T21:59:59Z")).toBe("confidential");
  expect(codeAt("2026-04-15T22:00:00Z")).toBe("anonymous");
  expect(untilOf(sealed, open.opensAt)).toEqual(startOf("2026-04-16"));
});
