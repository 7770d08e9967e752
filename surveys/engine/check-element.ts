/** What each scale asks of the question it is written in: SurveyJS's type, number of choices, values, places. */
import type { Scale } from "../paper/paper";
import { isMade, isMedia } from "../paper/scale-kinds";
import { SCALE_DESCRIPTIONS } from "../scales/scales";
import { SurveyProblem, beyondPaper } from "./survey-problem";
import type { ElementSource } from "./survey-shape";

/** How many choices a scale may have: more than the linter lets out, so that what is unwise is found there, with a reason. */
const CHOICES: Readonly<Record<Scale, readonly [least: number, most: number]>> = {
  "two-pictures": [2, 2],
  "two-step": [4, 4],
  "three-pictures": [3, 3],
  faces: [3, 5],
  again: [2, 3],
  tokens: [2, 11],
  options: [2, 11],
  ladder: [3, 11],
  "choose-pictures": [2, 12],
  "rank-pictures": [2, 9],
  pairs: [2, 4],
  "place-map": [1, 11],
  text: [0, 0],
  drawing: [0, 0],
  "voice-note": [0, 0],
  photo: [0, 0],
};

const isNumbered = (scale: Scale) => scale === "ladder" || scale === "tokens";

function twice(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}

function checkChoices({ itemType, choices, favourable }: ElementSource, path: string): void {
  const [least, most] = CHOICES[itemType];
  if (choices.length < least || choices.length > most) {
    const wanted = least === most ? least : `${least} to ${most}`;
    throw beyondPaper(`${path}.choices`, `a ${itemType} item has ${wanted} choices, not ${choices.length}`);
  }
  const values = choices.map((choice) => choice.value);
  if (twice(values)) throw new SurveyProblem(`${path}.choices`, "two choices have the same value");
  if (isNumbered(itemType) && !values.every((value) => /^(0|[1-9]\d?)$/.test(value)))
    throw new SurveyProblem(`${path}.choices`, `the values of a ${itemType} item are whole numbers`);
  const stranger = favourable.find((value) => !values.includes(value));
  if (stranger !== undefined) throw new SurveyProblem(`${path}.favourable`, `there is no choice "${stranger}"`);
  const coded = choices.filter(({ code }) => code !== undefined).length;
  if (coded > 0 && coded < choices.length)
    throw new SurveyProblem(`${path}.choices`, "either every choice has a code or none has");
}

function checkType({ itemType, type, multiSelect }: ElementSource, path: string): void {
  const types = SCALE_DESCRIPTIONS[itemType].surveyJsTypes;
  if (!types.includes(type))
    throw new SurveyProblem(`${path}.type`, `a ${itemType} item is a SurveyJS ${types.join(" or ")}`);
  const mayHaveSeveral = itemType === "choose-pictures" && type === "imagepicker";
  if (mayHaveSeveral !== (multiSelect === true))
    throw new SurveyProblem(`${path}.multiSelect`, "is true for choose-pictures and absent for all others");
}

function checkPlaces({ itemType, places }: ElementSource, path: string): void {
  if ((itemType === "place-map") !== (places !== undefined && places.length > 0))
    throw new SurveyProblem(`${path}.places`, "a place-map has places, and nothing else has");
  if (places && twice(places.map(({ value }) => value)))
    throw new SurveyProblem(`${path}.places`, "two places have the same value");
}

function checkWords({ stress, title }: ElementSource, path: string): void {
  if (!stress) return;
  const languages = Object.keys(stress) as (keyof typeof stress)[];
  if (languages.some((language) => !(title[language] ?? "").includes(stress[language] ?? "")))
    throw new SurveyProblem(`${path}.stress`, "the stressed word does not stand in the title");
}

export interface ElementRules {
  /** Every choice has a picture: whoever answers may not read yet. */
  readonly needsPictures: boolean;
  /** Pictures, voices and drawings of children may be asked for (the gallery shows them; nothing stores them). */
  readonly allowMedia: boolean;
}

export function checkElement(element: ElementSource, path: string, rules: ElementRules): void {
  checkType(element, path);
  checkChoices(element, path);
  checkPlaces(element, path);
  checkWords(element, path);
  // Stones and steps are drawn by the scale itself.
  const isPictured = rules.needsPictures && !isNumbered(element.itemType);
  const bare = isPictured ? element.choices.findIndex(({ picture }) => !picture) : -1;
  if (bare >= 0)
    throw beyondPaper(`${path}.choices[${bare}].picture`, "expected object: who is under ten chooses among pictures");
  if (isMedia(element.itemType) && !rules.allowMedia)
    throw new SurveyProblem(`${path}.itemType`, `a ${element.itemType} cannot be published: nothing keeps it yet`);
  if (isMade(element.itemType) && element.isAnchor)
    throw new SurveyProblem(`${path}.isAnchor`, "an anchor is answered by choosing");
}
