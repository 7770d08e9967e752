/** What scoring and releases need of a form, out of the survey. */
import type { FormName } from "../paper/form";
import type { ScoringKey } from "../paper/scoring-key";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";
import type { ElementSource } from "./survey-shape";

const plain = ({ da, en }: { da: string; en: string }) => ({ da, en });

/** From most to least favourable, whatever side the picture stood on for the child. */
function orderedChoices({ choices, favourable }: ElementSource): ElementSource["choices"] {
  const isFavourable = (value: string) => favourable.includes(value);
  return choices.toSorted((one, other) => Number(isFavourable(other.value)) - Number(isFavourable(one.value)));
}

export function scoringKey(survey: Survey, form: FormName): ScoringKey {
  const items = elementsOf(formOf(survey, form)).map((element) => ({
    name: element.name,
    type: element.itemType,
    theme: element.theme,
    isAnchor: element.isAnchor,
    question: plain(element.title),
    choices: orderedChoices(element).map((choice) => ({ value: choice.value, label: plain(choice.text) })),
    mostChosen: element.itemType === "choose-pictures" ? (element.maxSelectedChoices ?? element.choices.length) : 1,
    favourable: element.favourable,
  }));
  return { survey: survey.slug, version: survey.version, form, items };
}
