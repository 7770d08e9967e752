/** Holds forms to the rules. A survey with a finding cannot be published. */
import { audienceOf } from "../paper/form";
import { isMade } from "../paper/scale-kinds";
import type { LintForm } from "./lint-form";
import type { Finding, Rule } from "./rule";
import { ITEM_RULES, RULES } from "./rules/index";

function lintWith(rules: readonly Rule[], form: LintForm): Finding[] {
  return rules.flatMap((rule) =>
    rule.check(form).map((fault) => ({ rule: rule.id, survey: form.survey, form: form.form, ...fault })),
  );
}

export const lintForm = (form: LintForm): Finding[] => lintWith(RULES, form);

/** Items one by one, as they lie in the bank: how many there are and what they are together says nothing. */
export const lintItems = (form: LintForm): Finding[] =>
  lintWith(ITEM_RULES, form).filter(({ item }) => item !== undefined);

/** Rules about a survey's forms together: three-year-olds have a form of their own beside the one for 4-5. */
export function lintSurvey(forms: readonly LintForm[]): Finding[] {
  const names = new Set(forms.map(({ form }) => form));
  const isForChildren = forms.some(({ form }) => audienceOf(form) === "child");
  const missing: Finding[] =
    isForChildren && names.has("3-5") && !names.has("3")
      ? [
          {
            rule: OWN_FORM_AT_THREE.id,
            survey: forms[0]?.survey ?? "",
            form: "3-5",
            message: "there is no form for three-year-olds beside it",
          },
        ]
      : [];
  return [...missing, ...forms.flatMap(lintForm)];
}

/**
 * A mark, not a finding of a form: a round of such a survey opens once it names who reads (server/rounds). Surveys of this
 * installation may not have it, as long as there is no page on which somebody reads.
 */
export function ownWordsIn(forms: readonly LintForm[]): Finding[] {
  return forms.flatMap(({ survey, form, items }) =>
    items
      .filter(({ scale }) => isMade(scale))
      .map(({ name }) => ({ rule: OWN_WORDS.id, survey, form, item: name, message: "own words: needs a reader" })),
  );
}

export const OWN_WORDS = {
  id: "own-words",
  teaches:
    "A child that writes that something is wrong believes that the adults know. Ask only where somebody reads it in time.",
  source: "General Comment 12 (what is said is taken seriously, safe and sensitive to risk); barnets lov § 133",
} as const;

export const OWN_FORM_AT_THREE = {
  id: "own-form-at-three",
  teaches: "At three a child chooses between two pictures; at four and five it can do more. One form cannot suit both.",
  source: "Okanda & Itakura 2010; Fritzley & Lee 2003",
} as const;
