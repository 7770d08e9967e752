/** For every rule about endings, a file that breaks it; for those about one text, texts that keep it. */
import { loadEndings } from "#surveys/bank/endings";
import type { Endings } from "#surveys/bank/endings";
import type { ScoredQuestion } from "#surveys/linter/ending-rule";
import type { FormName } from "#surveys/paper/form";
import type { ScoredItem } from "#surveys/paper/scoring-key";

const label = (da: string, en: string) => ({ da, en });

/** Asked on a scale of how often; the highest code is the most favourable. */
export function howOften(changes: Partial<ScoredItem> = {}): ScoredItem {
  return {
    name: "someone",
    type: "options",
    theme: "belong",
    isAnchor: true,
    question: label("Jeg har nogen at være sammen med.", "I have someone to be with."),
    choices: [
      { value: "always", label: label("Altid", "Always") },
      { value: "mostly", label: label("For det meste", "Most of the time") },
      { value: "sometimes", label: label("Nogle gange", "Sometimes") },
      { value: "rarely", label: label("Sjældent", "Rarely") },
      { value: "never", label: label("Aldrig", "Never") },
    ],
    mostChosen: 1,
    favourable: ["always", "mostly"],
    codes: { never: 0, rarely: 1, sometimes: 2, mostly: 3, always: 4 },
    ...changes,
  };
}

export const asked = (form: FormName = "10-12", isSensitive = false): ScoredQuestion => ({
  form,
  item: howOften(),
  isSensitive,
});

const ASKED = "Jeg har nogen at være sammen med.";
const GOOD = {
  favourable: label("har som regel nogen at være sammen med", "usually have someone to be with"),
  opposite: label("har sjældent nogen at være sammen med", "rarely have someone to be with"),
};

interface Written {
  readonly favourable?: { da: string; en: string };
  readonly opposite?: { da: string; en: string };
  readonly asked?: string | readonly string[];
}

/** The file with one item, asked in one form. */
export const someone = ({ asked: question = ASKED, ...own }: Written = {}, form: FormName = "10-12"): Endings =>
  loadEndings({ someone: { ...GOOD, ...own, forms: { [form]: { asked: question } } } });

export const saying = (da: string, form?: FormName): Endings =>
  someone({ favourable: { ...GOOD.favourable, da } }, form);
const sayingInEnglish = (en: string): Endings => someone({ favourable: { ...GOOD.favourable, en } });

interface Example {
  readonly fails: readonly Endings[];
  readonly passes: readonly Endings[];
}

const bothOwn = { "10-12": { asked: ASKED, ...GOOD } };

export const ENDING_EXAMPLES: Readonly<Record<string, Example>> = {
  "ending-for-each": {
    fails: [{}, someone({}, "13-18"), someone({ asked: "Jeg har nogen at lege med." })],
    passes: [someone()],
  },
  "ending-for-known": {
    fails: [
      loadEndings({ ...someone(), stranger: someone().someone }),
      someone({}, "6-9"),
      someone({ asked: [ASKED, "Jeg har nogen at lege med."] }),
      loadEndings({ someone: { ...GOOD, forms: bothOwn } }),
      loadEndings({ someone: { ...GOOD, forms: {} } }),
    ],
    passes: [someone()],
  },
  "ending-differs": {
    fails: [
      someone({ opposite: GOOD.favourable }),
      someone({ opposite: { ...GOOD.opposite, en: GOOD.favourable.en } }),
      sayingInEnglish(GOOD.favourable.da),
    ],
    passes: [someone()],
  },
  "ending-short": { fails: [saying(`har ${"x".repeat(77)}`)], passes: [saying(`har ${"x".repeat(76)}`)] },
  "ending-goes-on": {
    fails: [
      saying("Har nogen at være sammen med"),
      saying("har nogen at være sammen med."),
      saying("har nogen: de andre"),
      saying("har nogen "),
      saying("har  nogen"),
      sayingInEnglish("I have someone"),
    ],
    passes: [saying("bruger SP-modellen, når de har brug for den")],
  },
  "ending-plain": {
    fails: [
      saying("har 2 at være sammen med"),
      saying("har ti % at lege med"),
      saying("svarer ”Altid”"),
      sayingInEnglish("answer 'Always'"),
      sayingInEnglish("answer “Always”"),
    ],
    passes: [sayingInEnglish("tell things in the adults’ way"), sayingInEnglish("don't know the children's names")],
  },
  "ending-verb-first": {
    fails: [
      saying("nogen at være sammen med har de"),
      saying("havde nogen at være sammen med"),
      sayingInEnglish("has someone to be with"),
      sayingInEnglish("finds it nice"),
    ],
    passes: [
      ..."er,har,må,kan,skal,vil,ved,tør,gør,synes,oplever".split(",").map((verb) => saying(`${verb} det her`)),
      sayingInEnglish("always help"),
      sayingInEnglish("miss somebody"),
    ],
  },
  "ending-third-person": {
    fails: [
      saying("har nogen, jeg kan være sammen med"),
      saying("hjælper os"),
      saying("er glade for at være hos jer"),
      saying("synes, I er søde"),
      sayingInEnglish("have someone I can be with"),
      sayingInEnglish("like their teacher and you"),
    ],
    passes: [saying("er med i det, de andre gør"), sayingInEnglish("have themselves and their friends")],
  },
  "ending-not-stronger": {
    fails: [
      saying("har altid nogen at være sammen med"),
      saying("har aldrig nogen at være sammen med"),
      sayingInEnglish("never have anybody"),
    ],
    passes: [saying("har sjældent nogen at være sammen med")],
  },
  "ending-kind": {
    fails: [
      saying("har dårlige venner"),
      saying("har desværre nogen at være sammen med"),
      saying("får tæsk af de andre"),
      sayingInEnglish("do worst of all"),
      sayingInEnglish("know of violence at home"),
    ],
    passes: [saying("synes ikke rigtig, det er rart at spise her")],
  },
  "ending-sensitive": {
    fails: [saying("føler sig sjældent alene"), sayingInEnglish("are often teased")],
    passes: [someone(), saying("er bekymrede for deres barn", "parents-0-2")],
  },
};
