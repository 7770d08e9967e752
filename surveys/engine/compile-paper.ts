/** One form of a survey, in one language, as the player draws it. */
import type { Locale } from "../paper/local-text";
import type { AgeBand, Paper, PaperItem } from "../paper/paper";
import type { EarlierItems } from "./compile-condition";
import { compileCondition } from "./compile-condition";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";
import type { ElementSource } from "./survey-shape";

const DEFAULT_TEXT_LENGTH = 500;

function compileItem(element: ElementSource, locale: Locale, earlier: EarlierItems): PaperItem {
  return {
    name: element.name,
    type: element.itemType,
    theme: element.theme,
    question: element.title[locale],
    stress: element.stress?.[locale],
    sound: element.sound?.[locale],
    choices: element.choices.map((choice) => ({
      value: choice.value,
      label: choice.text[locale],
      picture: choice.picture,
      sound: choice.sound?.[locale],
    })),
    maxChoices:
      element.itemType === "choose-pictures" ? (element.maxSelectedChoices ?? element.choices.length) : undefined,
    maxLength: element.itemType === "text" ? (element.maxLength ?? DEFAULT_TEXT_LENGTH) : undefined,
    visibleIf: element.visibleIf ? compileCondition(element.visibleIf, earlier, element.name) : undefined,
  };
}

/** Throws `SurveyProblem` when the survey has no form for the band. */
export function compilePaper(survey: Survey, band: AgeBand, locale: Locale): Paper {
  const earlier = new Map<string, ElementSource>();
  const items = elementsOf(formOf(survey, band)).map((element) => {
    const item = compileItem(element, locale, earlier);
    earlier.set(element.name, element);
    return item;
  });
  const about = survey.about[band]?.[locale] ?? "";
  return {
    survey: survey.slug,
    version: survey.version,
    band,
    locale,
    dir: "ltr",
    title: survey.title[locale],
    about,
    items,
  };
}
