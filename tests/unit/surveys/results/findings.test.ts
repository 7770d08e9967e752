/** What a leader reads first: by one rule, of two themes, and never more than five things. */
import { expect, it } from "vitest";
import type { Change } from "../../../../surveys/results/findings";
import { findingsOf, sayingOf } from "../../../../surveys/results/findings";
import { formResult, tablesOf } from "../../../../surveys/results/form-result";
import { countAnswers } from "../../../../surveys/results/count-answers";
import { questionsIn } from "../../../../surveys/results/questions";
import type { UnitTable } from "../../../../surveys/results/table";
import { TRIVSEL_10, child, valueOf } from "../../../attacks/forms";
import { unprotected } from "../../../attacks/attack";

const key = TRIVSEL_10;

/** A table without noise of children who answer the worst of some themes. */
function tableOf(children: number, worst: readonly string[] = [], rest = 1): UnitTable {
  const given = Object.fromEntries(
    key.items.filter(({ theme }) => worst.includes(theme)).map(({ name }) => [name, valueOf(key, name, -1)]),
  );
  const answers = Array.from({ length: children }, () => child(key, given, { rest }));
  const kept = unprotected({ key }, { groups: [{ id: "a", invited: children }], answers });
  return {
    round: "r",
    place: { kind: "institution", id: "eg" },
    form: "10-12",
    heard: { eg: children },
    epsilonPermille: 1000,
    ...kept,
  };
}

function resultOf(tables: readonly UnitTable[], invited = 80) {
  const all = tablesOf(tables);
  if (!all) throw new Error("There are no tables.");
  return formResult(key, all, invited);
}

const own = resultOf([tableOf(80, ["calm"])]);
const municipality = resultOf([tableOf(80, ["calm"]), tableOf(400, [], 1), tableOf(400, ["trust"], 1)]);

const fallen = (
  by: number,
  certainty: Change["certainty"] = "fairly-certain",
  theme: Change["theme"] = "trust",
): Change => ({
  kind: "change",
  form: "10-12",
  index: "W1",
  theme,
  direction: "down",
  by,
  low: by - 4,
  high: by + 4,
  certainty,
});

const findings = (changes: Partial<Parameters<typeof findingsOf>[0]> = {}) =>
  findingsOf({
    forms: [{ own, municipality }],
    changes: [],
    isFirstTime: false,
    invited: 80,
    participants: 80,
    ...changes,
  });

it("names what is good and what is hard, of two themes, beside the same form elsewhere", () => {
  const [good, hard, ...others] = findings();
  expect(good).toMatchObject({ kind: "good", theme: "trust" });
  expect(hard).toMatchObject({ kind: "hard", theme: "calm", side: "opposite", ofThoseWhoAnswered: false });
  expect(others).toEqual([{ kind: "cannot-tell" }]);
});

it("says first time, or the largest certain changes, and of a change that is only perhaps nothing", () => {
  expect(findings({ isFirstTime: true })).toContainEqual({ kind: "first-time" });
  const sure = "fairly-certain";
  const changes = [
    fallen(-8, sure, "calm"),
    fallen(-20),
    fallen(-19),
    fallen(-12, sure, "learn"),
    fallen(-30, "maybe"),
  ];
  const told = findings({ changes });
  expect(told.filter(({ kind }) => kind === "change")).toMatchObject([
    { by: -20, theme: "trust" },
    { by: -12, theme: "learn" },
  ]);
  expect(findings({ changes: [fallen(-30, "maybe")] })).toContainEqual({ kind: "cannot-tell" });
});

it("tells who is missing below 80 of 100, and never more than five things", () => {
  expect(findings({ participants: 64 }).some(({ kind }) => kind === "missing")).toBe(false);
  expect(findings({ participants: 63 })).toContainEqual({ kind: "missing", invited: 80, participants: 63 });
  expect(
    findings({ participants: 10, changes: [fallen(-8), fallen(-9, "fairly-certain", "calm")] }).length,
  ).toBeLessThanOrEqual(5);
  expect(findings({ forms: [], participants: 0 })).toEqual([{ kind: "missing", invited: 80 }]);
  expect(findings({ participants: 5 })).toContainEqual({ kind: "missing", invited: 80, participants: 5 });
  expect(findings({ participants: 4 })).toContainEqual({ kind: "missing", invited: 80 });
});

it("is not glad of what fewer than half can say, however much others lack it", () => {
  const low = resultOf([tableOf(80, ["calm", "trust", "belong", "self", "learn", "voice"])]);
  expect(findings({ forms: [{ own: low }] }).some(({ kind }) => kind === "good")).toBe(false);
});

it("is glad of the next index where the highest above the others is below one half", () => {
  const third = resultOf([tableOf(30), tableOf(60, ["calm"])], 90);
  const others = resultOf([tableOf(400, ["calm"])], 400);
  const [good] = findings({ forms: [{ own: third, municipality: others }] });
  expect(third.indices.find(({ theme }) => theme === "calm")?.value).toBeGreaterThan(10);
  expect(good?.kind).toBe("good");
  expect(good).not.toMatchObject({ theme: "calm" });
});

it("holds a form against its own average only where no form stands beside the municipality", () => {
  const [, hard] = findings({ forms: [{ own }] });
  expect(hard).toMatchObject({ kind: "hard", theme: "calm", form: "10-12" });
  const other = { ...resultOf([tableOf(80, ["trust"])]), form: "13-18" as const };
  const told = findings({ forms: [{ own, municipality }, { own: other }] });
  expect(told.flatMap((one) => ("saying" in one ? [one.form] : []))).toEqual(["10-12", "10-12"]);
});

it("says a share in the word and the tenths that its interval bears", () => {
  const ofAll = { low: 0, high: 100 };
  expect(sayingOf({ value: 72, low: 68, high: 76, ofAll })).toMatchObject({ quantity: "most", tenths: 7 });
  expect(sayingOf({ value: 72, low: 55, high: 90, ofAll }).tenths).toBeUndefined();
});

it("a form's result is what was answered, where no noise is in it", () => {
  expect(own).toMatchObject({ participants: 80, invited: 80 });
  expect(own.questions).toHaveLength(questionsIn(key).length);
  for (const { index, value, base } of own.indices) {
    expect(base).toBe(80);
    expect(value).toBe(index === "W4" ? 0 : 75);
  }
  for (const { favourable, theme, without } of own.questions) {
    expect(favourable?.value).toBe(theme === "calm" ? 0 : 100);
    expect(without).toEqual({ declined: 0, "not-understood": 0, none: 0 });
  }
  expect(own.hardship?.shares.map(({ value }) => value)).toEqual([0, 100, 0, 0]);
});

it("a form's result has no figure of fewer than ten, no hardship of fewer than sixty, and none of no table", () => {
  const few = resultOf([tableOf(9)], 20);
  expect(few.questions.every(({ choices, favourable }) => choices.length === 0 && !favourable)).toBe(true);
  expect(few.indices).toEqual([]);
  expect(resultOf([tableOf(59)]).hardship).toBeUndefined();
  expect(tablesOf([])).toBeUndefined();
  expect(countAnswers(key, []).leaves).toEqual([]);
});
