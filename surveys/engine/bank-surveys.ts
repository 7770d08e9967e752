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

const wordedFor = (form: FormName): readonly BankItem[] => bank.filter((item) => item.forms[form] !== undefined);

/** What is only tried before the first question is called so. */
const isAsked = (name: string): boolean => !name.startsWith("practice-");

const allItems = (form: FormName): readonly string[] => wordedFor(form).map(({ name }) => name);

/** The first item of the bank on each scale that the form has. */
function everyScale(form: FormName): readonly string[] {
  const items = wordedFor(form);
  const scales = new Set(items.map((item) => item.forms[form]?.scale));
  return [...scales].flatMap((scale) => items.find((item) => item.forms[form]?.scale === scale)?.name ?? []);
}

/** A survey of items of the bank: what is in it is known at once, a form is composed when somebody asks for it. */
export interface BankSurvey {
  readonly slug: string;
  readonly version: 1;
  readonly title: SurveyPlan["title"];
  readonly forms: readonly { readonly form: FormName; readonly itemCount: number }[];
  /** One of its forms as a survey of its own; SurveyJS takes a third of a second for the longest. */
  readonly define: (form: FormName) => Definition;
}

function bankSurvey(
  slug: string,
  title: SurveyPlan["title"],
  items: (form: FormName) => readonly string[],
): BankSurvey {
  const known = new Map(bank.map((item) => [item.name, item]));
  return {
    slug,
    version: 1,
    title,
    forms: FORM_NAMES.map((form) => ({ form, itemCount: items(form).length })),
    define: (form) => {
      const planned = { items: items(form).filter(isAsked), practice: items(form).filter((name) => !isAsked(name)) };
      const plan = { slug, version: 1, title, about: { [form]: title }, forms: { [form]: planned } };
      return { path: `surveys/bank (${slug}, ${form})`, json: composeSurvey(plan, { items: known, answerSets }) };
    },
  };
}

export const everyWayOfAnswering = bankSurvey(
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

export const wholeBank = bankSurvey(
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
