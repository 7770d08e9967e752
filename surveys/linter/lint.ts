/** Holds forms to the rules. A survey with a finding cannot be published. */
import { isMade } from "../paper/scale-kinds";
import type { LintForm } from "./lint-form";
import type { Finding, FormsRule, Rule } from "./rule";
import { BANK_RULES, SURVEY_RULES } from "./rules/across-forms";
import { ITEM_RULES, RULES } from "./rules/index";

function lintWith(rules: readonly Rule[], form: LintForm): Finding[] {
  return rules.flatMap((rule) =>
    rule.check(form).map((fault) => ({ rule: rule.id, survey: form.survey, form: form.form, ...fault })),
  );
}

export const lintForm = (form: LintForm): Finding[] => lintWith(RULES, form);

/** Items one by one, as they lie in the bank: how many there are and what they are together says nothing. */
const lintItems = (form: LintForm): Finding[] => lintWith(ITEM_RULES, form).filter(({ item }) => item !== undefined);

function lintAcross(rules: readonly FormsRule[], forms: readonly LintForm[]): Finding[] {
  const survey = forms[0]?.survey ?? "";
  return rules.flatMap((rule) => rule.check(forms).map((fault) => ({ rule: rule.id, survey, ...fault })));
}

export const lintSurvey = (forms: readonly LintForm[]): Finding[] => [
  ...lintAcross(SURVEY_RULES, forms),
  ...forms.flatMap(lintForm),
];

/** All forms of the bank: its items one by one, and each from age to age. */
export const lintBank = (forms: readonly LintForm[]): Finding[] => [
  ...lintAcross(BANK_RULES, forms),
  ...forms.flatMap(lintItems),
];

/**
 * A mark, not a finding: a child that writes that something is wrong believes that the adults know, so a round of such a
 * survey opens once it names who reads (server/rounds). General Comment 12 (safe and sensitive to risk); barnets lov § 133.
 */
export function ownWordsIn(forms: readonly LintForm[]): Finding[] {
  return forms.flatMap(({ survey, form, items }) =>
    items
      .filter(({ scale }) => isMade(scale))
      .map(({ name }) => ({ rule: "own-words", survey, form, item: name, message: "own words: needs a reader" })),
  );
}
