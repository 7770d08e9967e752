/**
 * The bank as if it were a survey, whole and by ways of answering: to be looked at in the gallery, and to be
 * linted. Drawings, voices and photos are among it, which are not published: load it with `allowMedia`.
 */
import { bank } from "../bank/bank";
import type { BankItem } from "../bank/item-shape";
import type { FormName } from "../paper/form";
import { FORM_NAMES } from "../paper/form";
import type { SurveyPlan } from "./compose-survey";
import { composeSurvey } from "./compose-survey";
import type { Definition } from "./survey-library";
import answerSets from "../scales/answer-sets.json" with { type: "json" };

type Shown = readonly [form: FormName, items: readonly string[]];

const wordedFor = (form: FormName): readonly BankItem[] => bank.filter((item) => item.forms[form] !== undefined);

const allItems: readonly Shown[] = FORM_NAMES.map((form) => [form, wordedFor(form).map(({ name }) => name)]);

/** The first item of the bank on each scale that the form has. */
const everyScale: readonly Shown[] = FORM_NAMES.map((form) => {
  const items = wordedFor(form);
  const scales = new Set(items.map((item) => item.forms[form]?.scale));
  return [form, [...scales].flatMap((scale) => items.find((item) => item.forms[form]?.scale === scale)?.name ?? [])];
});

function survey(slug: string, title: SurveyPlan["title"], shown: readonly Shown[]): Definition {
  const forms = shown.filter(([, items]) => items.length > 0);
  const plan = {
    slug,
    version: 1,
    title,
    about: Object.fromEntries(forms.map(([form]) => [form, title])),
    forms: Object.fromEntries(forms.map(([form, items]) => [form, { items }])),
  };
  const items = new Map(bank.map((item) => [item.name, item]));
  return { path: `surveys/bank (${slug})`, json: composeSurvey(plan, { items, answerSets }) };
}

export const everyWayOfAnswering = (): Definition =>
  survey(
    "svarmaader",
    {
      da: "Alle måder at svare på",
      en: "Every way of answering",
      ar: "كل طرق الإجابة",
      tr: "Bütün cevap verme yolları",
      pl: "Wszystkie sposoby odpowiadania",
      uk: "Усі способи відповісти",
      ur: "جواب دینے کے سب طریقے",
    },
    everyScale,
  );

export const wholeBank = (): Definition =>
  survey(
    "banken",
    {
      da: "Hele spørgsmålsbanken",
      en: "The whole item bank",
      ar: "بنك الأسئلة كله",
      tr: "Soru bankasının tamamı",
      pl: "Cały bank pytań",
      uk: "Увесь банк запитань",
      ur: "سوالوں کا پورا ذخیرہ",
    },
    allItems,
  );
