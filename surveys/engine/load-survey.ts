/**
 * Reads a survey file: the guard first, then our shape, then survey-core as the authority on the SurveyJS part, then the
 * rules that a paper needs. The gate of our own files (import-form.ts has the others'); throws `SurveyProblem` with
 * path and reason.
 */
import { Model } from "survey-core";
import type { FormName } from "../paper/form";
import { FORM_NAMES, bandOf } from "../paper/form";
import type { LocalText } from "../paper/local-text";
import { isFact, pipedNames } from "../paper/pipe";
import { checkElement } from "./check-element";
import type { ElementRules } from "./check-element";
import { compileConditions } from "./compile-condition";
import { guardDefinition } from "./guard-definition";
import "./own-types";
import type { ReadForm } from "./read-form";
import { parseAt, readForm } from "./read-form";
import { SurveyProblem } from "./survey-problem";
import type { ElementSource, FormSource, SurveySource } from "./survey-shape";
import { surveyShape } from "./survey-shape";

export type Survey = SurveySource;

export interface LoadOptions {
  /** Drawings, voices and photos may be asked for. Nothing stores them yet, so what is published may not. */
  readonly allowMedia?: boolean;
}

export function elementsOf(form: FormSource): ElementSource[] {
  return form.pages.flatMap((page) => page.elements);
}

/** Of all forms. */
export function allElements({ forms }: Survey): ElementSource[] {
  return Object.values(forms).flatMap((form) => (form ? elementsOf(form) : []));
}

export function formOf(survey: Survey, name: FormName): FormSource {
  const form = survey.forms[name];
  if (!form) throw new SurveyProblem(`forms.${name}`, "the survey has no such form");
  return form;
}

/** Forms whose children need not read. */
const PICTURED: readonly (string | undefined)[] = ["0-2", "3-5", "6-9"];

export function rulesFor(form: FormName, { allowMedia = false }: LoadOptions): ElementRules {
  return { needsPictures: PICTURED.includes(bandOf(form)), allowMedia };
}

type Earlier = ReadonlyMap<string, ElementSource>;

/** Words may be put in of earlier items with choices, and of facts; `{` stands for nothing else in a text. */
function checkPiping(texts: readonly (LocalText | undefined)[], earlier: Earlier, path: string): void {
  const names = texts.flatMap((text) => Object.values(text ?? {}).flatMap((words) => pipedNames(words)));
  for (const name of names) {
    if (earlier.has(name) ? earlier.get(name)?.choices.length === 0 : !isFact(name))
      throw new SurveyProblem(path, `"{${name}}" is no earlier question with choices and no fact`);
  }
}

function checkConditions(element: ElementSource, earlier: Earlier, path: string): void {
  compileConditions(element.visibleIf, earlier, `${path}.visibleIf`);
  compileConditions(element.enableIf, earlier, `${path}.enableIf`);
  checkPiping(
    [element.title, element.narration, element.simpler, ...element.choices.map(({ text }) => text)],
    earlier,
    `${path}.title`,
  );
}

/** Questions one by one: what only a paper has no word for is handed to `onBeyond` where it is given. */
export function checkForm(
  { form, paths }: ReadForm,
  rules: ElementRules,
  onBeyond: (problem: SurveyProblem) => void = (problem) => {
    throw problem;
  },
): void {
  const earlier = new Map<string, ElementSource>();
  elementsOf(form).forEach((element, index) => {
    const path = paths[index] ?? "";
    if (earlier.has(element.name))
      throw new SurveyProblem(`${path}.name`, `"${element.name}" is taken by an earlier question`);
    for (const check of [
      () => checkElement(element, path, rules),
      () => checkConditions(element, element.isPractice ? new Map() : earlier, path),
    ]) {
      try {
        check();
      } catch (error) {
        if (!(error instanceof SurveyProblem && error.isBeyondPaper)) throw error;
        onBeyond(error);
      }
    }
    // What is tried out is not kept, so nothing may ask it.
    if (!element.isPractice) earlier.set(element.name, element);
  });
  if (earlier.size === 0)
    throw new SurveyProblem(paths[0] ?? "pages", "a form has at least one question to be answered");
}

/** survey-core's own verdict on what was written. */
export function checkSurveyJs(written: unknown, path: string): void {
  let errors: readonly { readonly message: string }[];
  try {
    errors = new Model(written).jsonErrors ?? [];
  } catch (error) {
    throw new SurveyProblem(path, `SurveyJS cannot read it: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [first] = errors;
  if (first) throw new SurveyProblem(path, `SurveyJS refuses it: ${first.message}`);
}

export function loadSurvey(json: unknown, options: LoadOptions = {}): Survey {
  guardDefinition(json);
  const survey = parseAt(surveyShape, json, "");
  const forms: Partial<Record<FormName, FormSource>> = {};
  for (const name of FORM_NAMES) {
    const written = survey.forms[name];
    if (written === undefined) continue;
    const path = `forms.${name}`;
    if (!survey.about[name])
      throw new SurveyProblem(`about.${name}`, "a form needs a sentence that says what it is about");
    const read = readForm(written, path);
    checkForm(read, rulesFor(name, options));
    checkSurveyJs(written, path);
    forms[name] = read.form;
  }
  return { ...survey, forms };
}
