/**
 * Every paper a child can be given in a language, of this installation's surveys and of the bank, from which others will
 * be composed: what `npm run narrate` reads aloud.
 */
import { definitions } from "../definitions/index";
import { audienceOf } from "../paper/form";
import type { FormName } from "../paper/form";
import { FORM_NAMES } from "../paper/form";
import type { Language } from "../paper/language";
import type { Paper } from "../paper/paper";
import { everyWayOfAnswering, wholeBank } from "./bank-surveys";
import type { SurveyLibrary } from "./survey-library";
import { buildLibrary } from "./survey-library";

export interface ChildPapers {
  readonly papers: readonly Paper[];
  /** By survey, version and form. */
  readonly supportPlans: Readonly<Record<string, string>>;
}

const isForChildren = (form: FormName): boolean => audienceOf(form) === "child";

function papersOf(library: SurveyLibrary, language: Language): Paper[] {
  return library.list().flatMap(({ slug, version, forms }) =>
    FORM_NAMES.filter((form) => forms[form] && isForChildren(form))
      .filter((form) => library.languages(slug, version, form).includes(language))
      .map((form) => library.paper(slug, version, form, language)),
  );
}

function ofTheBank(language: Language): Paper[] {
  return [everyWayOfAnswering, wholeBank].flatMap(({ forms, define }) =>
    forms
      .filter(({ form, itemCount }) => isForChildren(form) && itemCount > 0)
      .flatMap(({ form }) => papersOf(buildLibrary([define(form)], { allowMedia: true }), language)),
  );
}

export function childPapers(language: Language): ChildPapers {
  const library = buildLibrary(definitions);
  const plans = library.list().flatMap(({ slug, version, supportPlan }) => {
    return FORM_NAMES.filter(isForChildren).flatMap((form) => {
      const plan = supportPlan?.[form]?.[language];
      return plan ? [[`${slug}-${version}/${form}`, plan] as const] : [];
    });
  });
  return {
    papers: [...papersOf(library, language), ...ofTheBank(language)],
    supportPlans: Object.fromEntries(plans),
  };
}
