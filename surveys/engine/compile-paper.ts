/**
 * One form of a survey, in one language, as the player draws it: the same paper every time, with nothing in it that is
 * not said (no undefined, no words of other languages).
 */
import type { FormName } from "../paper/form";
import { bandOf } from "../paper/form";
import type { Language } from "../paper/language";
import { directionOf } from "../paper/language";
import type { LocalText } from "../paper/local-text";
import { textIn } from "../paper/local-text";
import type { Paper, PaperChoice, PaperItem, PaperPicture } from "../paper/paper";
import type { Picture } from "../pictures/picture";
import { breakPages } from "./break-pages";
import type { EarlierItems } from "./compile-condition";
import { compileConditions } from "./compile-condition";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";
import type { ElementSource, FormSource } from "./survey-shape";

/** Without what is undefined. */
function compact<T extends object>(value: T): T {
  // Only members that hold nothing are left out, so what remains is still a T.
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

type Pictured = { readonly picture?: PaperPicture; readonly alt?: string };

function pictured(picture: Picture | undefined, language: Language): Pictured {
  if (!picture) return {};
  const { alt, ...drawn } = picture;
  return compact({ picture: drawn, alt: alt && textIn(alt, language) });
}

const maybe = (text: LocalText | undefined, language: Language) => text && textIn(text, language);

function compileChoice(choice: ElementSource["choices"][number], language: Language): PaperChoice {
  const { value, text, picture, sound } = choice;
  return compact({
    value,
    label: textIn(text, language),
    ...pictured(picture, language),
    sound: maybe(sound, language),
  });
}

function mostChoices({ itemType, maxSelectedChoices, choices, places }: ElementSource): number | undefined {
  if (itemType === "choose-pictures" || itemType === "rank-pictures") return maxSelectedChoices ?? choices.length;
  return itemType === "place-map" ? (maxSelectedChoices ?? places?.length) : undefined;
}

function mostCharacters({ itemType, maxLength }: ElementSource): number | undefined {
  return itemType === "text" || itemType === "drawing" ? maxLength : undefined;
}

function compileItem(element: ElementSource, language: Language, earlier: EarlierItems): PaperItem {
  return compact({
    name: element.name,
    type: element.itemType,
    theme: element.theme,
    question: textIn(element.title, language),
    stress: maybe(element.stress, language),
    narration: maybe(element.narration, language),
    simpler: maybe(element.simpler, language),
    sound: maybe(element.sound, language),
    ...pictured(element.picture, language),
    choices: element.choices.map((choice) => compileChoice(choice, language)),
    places: element.places?.map(({ value, text, x, y }) => ({ value, label: textIn(text, language), x, y })),
    maxChoices: mostChoices(element),
    maxLength: mostCharacters(element),
    visibleIf: compileConditions(element.visibleIf, earlier, element.name),
    enableIf: compileConditions(element.enableIf, earlier, element.name),
    isPractice: element.isPractice,
  });
}

function compileItems(form: FormSource, language: Language): PaperItem[] {
  const earlier = new Map<string, ElementSource>();
  const items = elementsOf(form).map((element) => {
    const item = compileItem(element, language, earlier);
    if (!element.isPractice) earlier.set(element.name, element);
    return item;
  });
  return [...items.filter(({ isPractice }) => isPractice), ...items.filter(({ isPractice }) => !isPractice)];
}

/** The author's own texts between questions, by the item they stand before; one after the last question is left out. */
function restsBefore(form: FormSource, language: Language): Map<string, string[]> {
  const rests = new Map<string, string[]>();
  let waiting: string[] = [];
  for (const { elements, rest } of form.pages) {
    if (rest) waiting.push(textIn(rest, language));
    const next = elements.find(({ isPractice }) => !isPractice);
    if (!next || waiting.length === 0) continue;
    rests.set(next.name, waiting);
    waiting = [];
  }
  return rests;
}

/** Throws `SurveyProblem` when the survey has no form of that name. */
export function compilePaper(survey: Survey, form: FormName, locale: Language): Paper {
  const source = formOf(survey, form);
  const items = compileItems(source, locale);
  return compact({
    survey: survey.slug,
    version: survey.version,
    form,
    band: bandOf(form),
    locale,
    dir: directionOf(locale),
    title: textIn(survey.title, locale),
    about: maybe(survey.about[form], locale) ?? "",
    items,
    pages: breakPages(items, form, locale, restsBefore(source, locale)),
  });
}
