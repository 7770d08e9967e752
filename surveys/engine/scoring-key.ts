/** What scoring and releases need of a form, out of the survey. What is only for practice is not there. */
import type { FormName } from "../paper/form";
import type { Scale } from "../paper/paper";
import { hasSeveralAnswers } from "../paper/scale-kinds";
import type { ScoredItem, ScoringKey } from "../paper/scoring-key";
import type { LocalText } from "../paper/local-text";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";
import type { ElementSource } from "./survey-shape";

const plain = ({ da, en }: LocalText): LocalText => ({ da, en });

const highest = (codes: readonly number[]) => Math.max(...codes);
const lowest = (codes: readonly number[]) => Math.min(...codes);

/** Several choices are no amount; and of faces that are all content the least is no bad answer. */
const isOnlyCounted = (scale: Scale): boolean => hasSeveralAnswers(scale) || scale === "faces";

/** The choices' codes, when they have any and count for something. */
function codesOf({ choices, itemType }: ElementSource): Record<string, number> | undefined {
  if (isOnlyCounted(itemType)) return undefined;
  const codes = choices.flatMap(({ value, code }) => (code === undefined ? [] : [[value, code] as const]));
  return codes.length > 0 ? Object.fromEntries(codes) : undefined;
}

/** What scores above the middle, where there are codes; else what the author names. */
function favourableOf(element: ElementSource, codes: Readonly<Record<string, number>> | undefined): readonly string[] {
  if (!codes) return element.favourable;
  const middle = (highest(Object.values(codes)) + lowest(Object.values(codes))) / 2;
  const isAbove = (code: number) => (element.reverse ? code < middle : code > middle);
  return element.choices.map(({ value }) => value).filter((value) => isAbove(codes[value] ?? middle));
}

/** From most to least favourable, whatever side the picture stood on for the child. */
function ordered(element: ElementSource, favourable: readonly string[]): ElementSource["choices"] {
  const isFavourable = (value: string) => favourable.includes(value);
  const rank = ({ value, code }: ElementSource["choices"][number]) =>
    code === undefined ? Number(isFavourable(value)) : element.reverse ? -code : code;
  return element.choices.toSorted((one, other) => rank(other) - rank(one));
}

type Words = { readonly value: string; readonly label: LocalText };

const named = ({ value, text }: { readonly value: string; readonly text: LocalText }): Words => ({
  value,
  label: plain(text),
});

function scoredItem(element: ElementSource): ScoredItem {
  const codes = codesOf(element);
  const favourable = favourableOf(element, codes);
  const { maxSelectedChoices, places, choices } = element;
  const most = maxSelectedChoices ?? (places ?? choices).length;
  return {
    name: element.name,
    type: element.itemType,
    theme: element.theme,
    isAnchor: element.isAnchor,
    question: plain(element.title),
    choices: ordered(element, favourable).map(named),
    ...(places && { places: places.map(named) }),
    mostChosen: hasSeveralAnswers(element.itemType) ? most : 1,
    favourable,
    ...(codes && { codes }),
    ...(element.reverse && { reverse: element.reverse }),
    ...(element.index && { index: element.index }),
  };
}

export function scoringKey(survey: Survey, form: FormName): ScoringKey {
  const asked = elementsOf(formOf(survey, form)).filter(({ isPractice }) => !isPractice);
  return { survey: survey.slug, version: survey.version, form, items: asked.map(scoredItem) };
}
