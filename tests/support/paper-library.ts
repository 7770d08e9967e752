/**
 * The surveys of this installation with other papers in them, written by hand: what the player can draw is tested whether or
 * not a survey uses it yet.
 */
import { definitions } from "../../surveys/definitions/index";
import { validatorOf } from "../../surveys/engine/compile-validator";
import type { SurveyLibrary } from "../../surveys/engine/survey-library";
import { buildLibrary } from "../../surveys/engine/survey-library";
import { shippedNarrations } from "../../surveys/narration/shipped";
import type { FormName } from "../../surveys/paper/form";
import type { Language } from "../../surveys/paper/language";
import type { Paper } from "../../surveys/paper/paper";

export type PaperOf = (form: FormName, language: Language) => Paper | undefined;

export function libraryOf(paperOf: PaperOf, languages: readonly Language[]): SurveyLibrary {
  const library = buildLibrary(definitions, { narrations: shippedNarrations });
  return {
    ...library,
    paper: (slug, version, form, language) => paperOf(form, language) ?? library.paper(slug, version, form, language),
    languages: (slug, version, form) => (paperOf(form, "da") ? languages : library.languages(slug, version, form)),
    validator: (slug, version, form) => {
      const paper = paperOf(form, "da");
      return paper ? validatorOf(paper) : library.validator(slug, version, form);
    },
  };
}
