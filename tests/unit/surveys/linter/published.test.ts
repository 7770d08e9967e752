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

it.each(definitions)("nobody's own words are asked for, while nobody reads them, in $path", ({ json: survey }) => {
  expect(ownWordsIn(lintForms(loadSurvey(survey), shippedNarrations))).toEqual([]);
});

const bank = wholeBank.forms.flatMap(({ form }) =>
  lintForms(loadSurvey(wholeBank.define(form).json, { allowMedia: true }), shippedNarrations),
);

const found = lintBank(bank);

it.each(bank)("nothing is found in the items of the bank for $form", ({ form }) => {
  expect(found.filter((finding) => finding.form === form)).toEqual([]);
});
