/** The scored items of a survey, form by form, with what only the survey knows of them: what sentences are held to. */
import type { ScoredQuestion } from "../linter/ending-rule";
import { FORM_NAMES } from "../paper/form";
import type { ScoredItem } from "../paper/scoring-key";
import { isScored } from "../scoring/score-child";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";
import { scoringKey } from "./scoring-key";

export function scoredQuestions(survey: Survey): ScoredQuestion[] {
  return FORM_NAMES.filter((form) => survey.forms[form]).flatMap((form) => {
    const elements = elementsOf(formOf(survey, form));
    const isSensitive = ({ name }: ScoredItem) =>
      elements.some((element) => element.name === name && element.sensitivity === "sensitive");
    return scoringKey(survey, form)
      .items.filter(isScored)
      .map((item) => ({ form, item, isSensitive: isSensitive(item) }));
  });
}
