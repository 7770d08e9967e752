/** One form of a survey, in one language, as the player draws it. */
import type { FormName } from "../paper/form";
import { bandOf } from "../paper/form";
import type { Language } from "../paper/language";
import { directionOf } from "../paper/language";
import { textIn } from "../paper/local-text";
import type { Paper, PaperItem } from "../paper/paper";
import type { EarlierItems } from "./compile-condition";
import { compileCondition } from "./compile-condition";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";
import type { ElementSource } from "./survey-shape";

const DEFAULT_TEXT_LENGTH = 500;

function compileItem(element: ElementSource, locale: Language, earlier: EarlierItems): PaperItem {
  return {
    name: element.name,
    type: element.itemType,
    theme: element.theme,
    question: textIn(element.title, locale),
    stress: element.stress && textIn(element.stress, locale),
    sound: element.sound && textIn(element.sound, locale),
    choices: element.choices.map((choice) => ({
      value: choice.value,
      label: textIn(choice.text, locale),
      picture: choice.picture,
      sound: choice.sound && textIn(choice.sound, locale),
    })),
    maxChoices:
      element.itemType === "choose-pictures" ? (element.maxSelectedChoices ?? element.choices.length) : undefined,
    maxLength: element.itemType === "text" ? (element.maxLength ?? DEFAULT_TEXT_LENGTH) : undefined,
    visibleIf: element.visibleIf ? compileCondition(element.visibleIf, earlier, element.name) : undefined,
  };
}

/** Throws `SurveyProblem` when the survey has no form for the band. */
export function compilePaper(survey: Survey, form: FormName, locale: Language): Paper {
  const earlier = new Map<string, ElementSource>();
  const items = elementsOf(formOf(survey, form)).map((element) => {
    const item = compileItem(element, locale, earlier);
    earlier.set(element.name, element);
    return item;
  });
  const about = survey.about[form];
  return {
    survey: survey.slug,
    version: survey.version,
    form,
    band: bandOf(form),
    locale,
    dir: directionOf(locale),
    title: textIn(survey.title, locale),
    about: about ? textIn(about, locale) : "",
    items,
    pages: items.map(({ name }) => ({ items: [name] })),
  };
}
