/** A survey's forms as the linter sees them, with the sounds that lie ready for their words. */
import type { FormName } from "../paper/form";
import { FORM_NAMES } from "../paper/form";
import { LANGUAGES } from "../paper/language";
import type { Language } from "../paper/language";
import type { LocalText } from "../paper/local-text";
import type { LintAnswer, LintForm, LintItem, Words } from "../linter/lint-form";
import type { NarrationManifest } from "../narration/narration";
import { narrationUrl } from "../narration/narration";
import { playerWords } from "../paper/words/child-words";
import type { Picture } from "../pictures/picture";
import type { Survey } from "./load-survey";
import { elementsOf, formOf } from "./load-survey";
import type { ElementSource } from "./survey-shape";

/** Without SurveyJS's `default`, which repeats the Danish. */
function wordsIn(text: LocalText | undefined): Words {
  return Object.fromEntries(LANGUAGES.flatMap((language) => (text?.[language] ? [[language, text[language]]] : [])));
}

const inAll = (find: (language: Language) => string): Words =>
  Object.fromEntries(LANGUAGES.map((language) => [language, find(language)]));

type Listen = (language: Language, text: string) => boolean;

function soundsFor(text: LocalText, hears: Listen): Language[] {
  return LANGUAGES.filter((language) => text[language] !== undefined && hears(language, text[language]));
}

function lintAnswer({ value, text, picture }: ElementSource["choices"][number], hears: Listen): LintAnswer {
  const { alt, ...drawn }: Partial<Picture> = picture ?? {};
  const shown = picture ? { picture: drawn as LintAnswer["picture"] } : {};
  return { value, label: wordsIn(text), alt: wordsIn(alt), sounds: soundsFor(text, hears), ...shown };
}

function lintItem(element: ElementSource, hears: Listen): LintItem {
  return {
    name: element.name,
    scale: element.itemType,
    question: wordsIn(element.title),
    narration: wordsIn(element.narration),
    simpler: wordsIn(element.simpler),
    stress: wordsIn(element.stress),
    alt: wordsIn(element.picture?.alt),
    hasPicture: element.picture !== undefined,
    answers: element.choices.map((choice) => lintAnswer(choice, hears)),
    places: (element.places ?? []).map(({ text }) => wordsIn(text)),
    sounds: soundsFor({ ...element.title, ...element.narration }, hears),
    isAnchor: element.isAnchor,
    ...(element.goals && { goals: element.goals }),
    ...(element.index && { index: element.index }),
    isPractice: element.isPractice === true,
    isReverse: element.reverse === true,
    isSensitive: element.sensitivity === "sensitive",
  };
}

export function lintForms(survey: Survey, manifest: NarrationManifest): LintForm[] {
  return FORM_NAMES.filter((form) => survey.forms[form]).map((form: FormName) => ({
    survey: `${survey.slug}/${survey.version}`,
    form,
    about: wordsIn(survey.about[form]),
    items: elementsOf(formOf(survey, form)).map((element) =>
      lintItem(element, (language, text) => narrationUrl(manifest, language, text) !== undefined),
    ),
    nonAnswers: {
      declined: inAll((language) => playerWords(form, language).declined),
      "not-understood": inAll((language) => playerWords(form, language).notUnderstood),
    },
    supportPlan: wordsIn(survey.supportPlan?.[form]),
  }));
}
