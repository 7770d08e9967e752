/** What the gallery shows beside the surveys: every way of answering, and the whole bank, as if each were a survey. */
import { bank } from "#surveys/bank/bank";
import type { BankItem } from "#surveys/bank/item-shape";
import type { SurveyPlan } from "#surveys/engine/compose-survey";
import { composeSurvey } from "#surveys/engine/compose-survey";
import type { Definition } from "#surveys/engine/survey-library";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import answerSets from "../../surveys/scales/answer-sets.json" with { type: "json" };

type Shown = readonly [form: FormName, items: readonly string[]];

const wordedFor = (form: FormName): readonly BankItem[] => bank.filter((item) => item.forms[form] !== undefined);

const wholeBank: readonly Shown[] = FORM_NAMES.map((form) => [form, wordedFor(form).map(({ name }) => name)]);

/** The first item of the bank on each scale that the form has. */
const everyScale: readonly Shown[] = FORM_NAMES.map((form) => {
  const items = wordedFor(form);
  const scales = new Set(items.map((item) => item.forms[form]?.scale));
  return [form, [...scales].flatMap((scale) => items.find((item) => item.forms[form]?.scale === scale)?.name ?? [])];
});

function planOf(slug: string, title: SurveyPlan["title"], shown: readonly Shown[]): SurveyPlan {
  const forms = shown.filter(([, items]) => items.length > 0);
  return {
    slug,
    version: 1,
    title,
    about: Object.fromEntries(forms.map(([form]) => [form, title])),
    forms: Object.fromEntries(forms.map(([form, items]) => [form, { items }])),
  };
}

const PLANS: readonly SurveyPlan[] = [
  planOf("svarmaader", { da: "Alle måder at svare på", en: "Every way of answering" }, everyScale),
  planOf("banken", { da: "Hele spørgsmålsbanken", en: "The whole item bank" }, wholeBank),
];

/** Pictures and voices of children are among them: for the gallery alone. */
export function bankSurveys(): Definition[] {
  const items = new Map(bank.map((item) => [item.name, item]));
  return PLANS.map((plan) => ({
    path: `surveys/bank (${plan.slug})`,
    json: composeSurvey(plan, { items, answerSets }),
  }));
}
