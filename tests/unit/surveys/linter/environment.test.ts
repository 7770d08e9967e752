/** Which part of an environment items tell of: said of each that children are asked, and nothing else. */
import { describe, expect, it } from "vitest";
import { ENVIRONMENTS, environments, environmentsOf, loadEnvironments } from "#surveys/bank/environment";
import { definitions } from "#surveys/definitions/index";
import { wholeBank } from "#surveys/engine/bank-surveys";
import { lintForms } from "#surveys/engine/lint-forms";
import { loadSurvey } from "#surveys/engine/load-survey";
import { ENVIRONMENT_RULES, lintEnvironments } from "#surveys/linter/rules/environment";
import { aForm, anItem } from "./a-form";

const published = definitions.flatMap(({ json }) => lintForms(loadSurvey(json), {}));
const bank = wholeBank.forms.flatMap(({ form }) =>
  lintForms(loadSurvey(wholeBank.define(form).json, { allowMedia: true }), {}),
);

it("is said of every item that children are asked in a published survey", () => {
  expect(lintEnvironments(environments, published, [...published, ...bank])).toEqual([]);
});

it.each([
  ["toilets", ["physical", "aesthetic"]],
  ["calm-work", ["physical"]],
  ["teased", ["psychological"]],
  ["sleep", []],
  ["leisure", []],
  ["constructor", []],
  ["nothing-of-ours", []],
])("%s tells of %j", (item, parts) => {
  expect(environmentsOf(item)).toEqual(parts);
});

it("each part is told of by an item of the large survey", () => {
  const asked = published.filter(({ survey }) => survey.startsWith("trivsel/")).flatMap(({ items }) => items);
  for (const part of ENVIRONMENTS)
    expect(asked.filter(({ name }) => environmentsOf(name).includes(part)).length, part).toBeGreaterThan(1);
});

it("says what is wrong with a file, and where", () => {
  expect(() => loadEnvironments({ glad: ["weather"] })).toThrow(/tell of an environment[^]*glad/);
});

describe("the rules", () => {
  const form = aForm({ items: [anItem("lunch")] });

  it("say why, and where that is known from", () => {
    for (const { teaches, source } of ENVIRONMENT_RULES) {
      expect(teaches).toMatch(/\.$/);
      expect(source.length).toBeGreaterThan(5);
    }
  });

  it.each([
    [{}, ["environment-for-each"]],
    [{ lunch: [], stranger: [] }, ["environment-for-known"]],
    [{ lunch: [] }, []],
  ])("of %j find %j", (tags, found) => {
    expect(lintEnvironments(tags, [form], [form]).map(({ rule }) => rule)).toEqual(found);
  });

  it("ask nothing of what children make, nor of what adults answer", () => {
    const made = aForm({ items: [anItem("own", { scale: "drawing" })] });
    const staff = aForm({ form: "staff", items: [anItem("staff-time")] });
    expect(lintEnvironments({}, [made, staff], [made, staff])).toEqual([]);
  });
});
