/** What may become of an action, when it is late, and which figure stands beside it. */
import { describe, expect, it } from "vitest";
import type { Action, ActionFields, ActionState } from "#server/actions/contract";
import { NEXT_STATES } from "#server/actions/contract";
import { actionFields, changedActionForm, newActionForm } from "#server/actions/forms";
import { byStateAndDay, effectOf, isOverdue, lackOf, mayBecome } from "#server/actions/rules";
import type { IndexBeside } from "#server/releases/contract";
import { aRelease } from "../../../support/a-release";

const FIELDS: ActionFields = {
  what: "Vi spørger",
  who: "",
  due: "",
  reason: "",
  triggers: "",
  affects: "",
  maintains: "",
};
const STATES = Object.keys(NEXT_STATES) as ActionState[];

it.each([
  ["proposed", {}, undefined],
  ["underway", {}, "who"],
  ["underway", { who: "Lederen" }, "due"],
  ["underway", { who: "Lederen", due: "2026-05-01" }, undefined],
  ["done", { who: "Lederen" }, "due"],
  ["done", { who: "Lederen", due: "2026-05-01" }, undefined],
  ["dropped", {}, "reason"],
  ["dropped", { reason: "Det er for dyrt" }, undefined],
] as const)("to be %s with %j it lacks %s", (to, given, lack) => {
  expect(lackOf({ ...FIELDS, ...given }, to)).toBe(lack);
});

it("goes from state to state as the board has them, and back", () => {
  const ways = STATES.flatMap((from) => STATES.filter((to) => mayBecome(from, to)).map((to) => `${from}>${to}`));
  expect(ways.toSorted()).toEqual(
    [
      ...STATES.map((state) => `${state}>${state}`),
      ...["proposed>underway", "proposed>dropped", "underway>done", "underway>dropped"],
      ...["done>underway", "dropped>proposed"],
    ].toSorted(),
  );
});

it.each([
  ["underway", "2026-03-09", true],
  ["underway", "2026-03-10", false],
  ["underway", "", false],
  ["done", "2026-03-09", false],
  ["dropped", "2026-03-09", false],
  ["proposed", "2026-03-09", false],
] as const)("%s and due on %s is overdue on 10 March: %s", (state, due, isLate) => {
  expect(isOverdue({ state, due }, "2026-03-10")).toBe(isLate);
});

describe("the next round's figure", () => {
  const about = { roundId: "last", form: "6-9", index: "W1" } as const;
  const changed = (changes: Partial<IndexBeside>) => {
    const release = aRelease();
    const [form] = release.forms;
    const [index] = form?.indices ?? [];
    return aRelease({ forms: form && index ? [{ ...form, indices: [{ ...index, ...changes }] }] : [] });
  };

  it("stands beside it with the change model's word", () => {
    expect(effectOf({ about }, [aRelease()])).toEqual({
      roundTitle: { da: "Forår", en: "Spring" },
      before: 77,
      after: 65,
      certainty: "fairly-certain",
    });
    expect(effectOf({ about }, [changed({ change: "cannot-tell" })])?.certainty).toBe("cannot-tell");
  });

  it.each([
    ["about nothing", {}, aRelease()],
    ["about no index", { about: { roundId: "last", form: "6-9" } }, aRelease()],
    ["about another round", { about: { ...about, roundId: "older" } }, aRelease()],
    ["about another form", { about: { ...about, form: "10-12" } }, aRelease()],
    ["whose next round has no comparable items", { about }, changed({ past: [] })],
    ["whose next round is compared with nothing", { about }, changed({ change: undefined })],
    [
      "with a round of the same items in between",
      { about },
      changed({ past: [...changed({}).forms.flatMap(({ indices }) => indices[0]?.past ?? []), betweenRound()] }),
    ],
  ] as const)("does not stand beside an action %s", (_, action, release) => {
    expect(effectOf(action, [release])).toBeUndefined();
  });
});

function betweenRound(): IndexBeside["past"][number] {
  return { roundId: "between", title: { da: "Vinter", en: "Winter" }, closedOn: "2026-01-15", value: 70, margin: 8 };
}

it("stands on the board by state, what is under way by its day, the rest newest first", () => {
  const action = (id: string, state: ActionState, due: string, since: string): Action => ({
    ...{ ...FIELDS, id, institutionId: "eg", origin: { kind: "leader" }, createdOn: "2026-01-01", version: 1 },
    ...{ state, due, since },
  });
  const all = [
    action("f", "dropped", "", "2026-01-01"),
    action("e", "done", "", "2026-02-01"),
    action("d", "done", "", "2026-02-02"),
    action("c", "underway", "2026-05-02", "2026-03-03"),
    action("b", "underway", "2026-05-01", "2026-03-01"),
    action("a", "proposed", "", "2026-03-01"),
  ];
  expect(all.toSorted(byStateAndDay).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "f"]);
});

describe("the forms", () => {
  it.each([
    [{ what: "  " }, false],
    [{ what: "x".repeat(401) }, false],
    [{ what: "x".repeat(400) }, true],
    [{ what: "Vi spørger", who: "x".repeat(81) }, false],
    [{ what: "Vi spørger", due: "1. maj" }, false],
    [{ what: "Vi spørger", due: "2026-02-30" }, false],
    [{ what: "Vi spørger", due: "2026-05-01", triggers: "x".repeat(1001) }, false],
    [{ what: "Vi spørger", due: "2026-05-01" }, true],
  ])("of %j take it: %s", (given, isTaken) => {
    expect(actionFields.safeParse(given).success).toBe(isTaken);
  });

  it("of a new action take what it is about, and nothing where that is empty", () => {
    const id = "0".repeat(32);
    expect(newActionForm.parse({ id, what: "Ja", round: "", form: "", index: "" })).not.toHaveProperty("round", "");
    expect(newActionForm.safeParse({ id, what: "Ja", index: "Q9" }).success).toBe(false);
    expect(changedActionForm.safeParse({ id, what: "Ja", version: "1", to: "gone" }).success).toBe(false);
    expect(changedActionForm.parse({ id, what: " Ja\r\nnej ", version: "2", to: "done" })).toMatchObject({
      what: "Ja\nnej",
      version: 2,
    });
  });
});
