/** What is published is kept to the rules, and every item of the bank is: `npm run lint:surveys` finds nothing. */
import { expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { wholeBank } from "#surveys/engine/bank-surveys";
import { lintForms } from "#surveys/engine/lint-forms";
import { loadSurvey } from "#surveys/engine/load-survey";
import { lintBank, lintSurvey, ownWordsIn } from "#surveys/linter/lint";
import { shippedNarrations } from "#surveys/narration/shipped";

it.each(definitions)("nothing is found in $path", ({ json: survey }) => {
  expect(lintSurvey(lintForms(loadSurvey(survey), shippedNarrations))).toEqual([]);
});

/** A child that cannot write has no reader yet: drawings and voices wait for theirs. */
it.each(definitions)("own words are asked for from ten years on alone, in writing, in $path", ({ json: survey }) => {
  const forms = lintForms(loadSurvey(survey), shippedNarrations);
  const asked = ownWordsIn(forms);
  expect(asked.filter(({ form }) => form !== "10-12" && form !== "13-18")).toEqual([]);
  for (const { form, item } of asked)
    expect(
      forms.flatMap(({ form: of, items }) => (of === form ? items : [])).find(({ name }) => name === item),
    ).toMatchObject({ scale: "text" });
});

it("the newest survey of children's wellbeing asks for them", () => {
  const newest = definitions.find(({ path }) => path.endsWith("trivsel/v2.json"));
  const asked = ownWordsIn(lintForms(loadSurvey(newest?.json), shippedNarrations));
  expect(asked.map(({ form, item }) => `${form} ${item}`)).toEqual(["10-12 wish", "13-18 wish"]);
});

const bank = wholeBank.forms.flatMap(({ form }) =>
  lintForms(loadSurvey(wholeBank.define(form).json, { allowMedia: true }), shippedNarrations),
);

const found = lintBank(bank);

it.each(bank)("nothing is found in the items of the bank for $form", ({ form }) => {
  expect(found.filter((finding) => finding.form === form)).toEqual([]);
});
