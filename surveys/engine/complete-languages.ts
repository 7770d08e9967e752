/** In which languages a form may be offered: those in which nothing a child reads is missing. */
import type { FormName } from "../paper/form";
import { FORM_NAMES } from "../paper/form";
import type { Language } from "../paper/language";
import { LANGUAGES } from "../paper/language";
import type { LocalText } from "../paper/local-text";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";

type Given = Partial<LocalText>;

function textsOf(survey: Survey, form: FormName): readonly Given[] {
  const elements = elementsOf(formOf(survey, form));
  const labels = elements.flatMap(({ title, choices }): Given[] => [title, ...choices.map(({ text }) => text)]);
  return [survey.title, survey.about[form] ?? {}, ...labels];
}

export function completeLanguages(survey: Survey, form: FormName): readonly Language[] {
  const texts = textsOf(survey, form);
  return LANGUAGES.filter((language) => texts.every((text) => (text[language] ?? "").trim() !== ""));
}

/** Where the definition says nothing of reviews, there is nothing to say. */
export function unreviewedLanguages(survey: Survey): readonly Language[] {
  const forms = FORM_NAMES.filter((form) => survey.forms[form] !== undefined);
  const offered = new Set(forms.flatMap((form) => completeLanguages(survey, form)));
  return LANGUAGES.filter((language) => survey.reviewed?.[language] === false && offered.has(language));
}
