/**
 * Reads a survey file: our shape first, then survey-core as the authority on the SurveyJS part, then the rules that a
 * paper needs. The only gate to everything else in this folder; throws `SurveyProblem` with path and reason.
 */
import { Model, Serializer } from "survey-core";
import type { z } from "zod";
import type { Scale } from "../paper/paper";
import type { FormName } from "../paper/form";
import { FORM_NAMES } from "../paper/form";
import { compileCondition } from "./compile-condition";
import { SurveyProblem } from "./survey-problem";
import type { ElementSource, FormSource, SurveySource } from "./survey-shape";
import { surveyShape } from "./survey-shape";

export type Survey = SurveySource;

const OWN_ELEMENT_PROPERTIES = ["itemType", "theme", "isAnchor", "stress", "sound", "favourable"];
for (const name of OWN_ELEMENT_PROPERTIES)
  Serializer.addProperty("question", { name: `${name}:value`, visible: false });
// SurveyJS counts choices for checkboxes only; for pictures our validator does.
Serializer.addProperty("imagepicker", { name: "maxSelectedChoices:number", visible: false });
for (const name of ["picture", "sound"])
  Serializer.addProperty("imageitemvalue", { name: `${name}:value`, visible: false });

const CHOICE_COUNTS: Partial<Record<Scale, readonly [least: number, most: number]>> = {
  "two-pictures": [2, 2],
  "three-pictures": [3, 3],
  faces: [3, 5],
  "choose-pictures": [3, 9],
  text: [0, 0],
};

export function elementsOf(form: FormSource): ElementSource[] {
  return form.pages.flatMap((page) => page.elements);
}

export function formOf(survey: Survey, name: FormName): FormSource {
  const form = survey.forms[name];
  if (!form) throw new SurveyProblem(`forms.${name}`, "the survey has no such form");
  return form;
}

function checkElement(element: ElementSource, path: string): void {
  const [least, most] = CHOICE_COUNTS[element.itemType] ?? [0, 11];
  const count = element.choices.length;
  if (count < least || count > most) {
    throw new SurveyProblem(
      `${path}.choices`,
      `a ${element.itemType} item has ${least === most ? least : `${least} to ${most}`} choices, not ${count}`,
    );
  }
  if ((element.itemType === "text") !== (element.type === "comment")) {
    throw new SurveyProblem(
      `${path}.type`,
      `a ${element.itemType} item is a SurveyJS ${element.itemType === "text" ? "comment" : "imagepicker"}`,
    );
  }
  if ((element.itemType === "choose-pictures") !== (element.multiSelect === true)) {
    throw new SurveyProblem(`${path}.multiSelect`, "is true for choose-pictures and absent for all others");
  }
  const values = element.choices.map((choice) => choice.value);
  if (new Set(values).size !== values.length)
    throw new SurveyProblem(`${path}.choices`, "two choices have the same value");
  const stranger = element.favourable.find((value) => !values.includes(value));
  if (stranger !== undefined) throw new SurveyProblem(`${path}.favourable`, `there is no choice "${stranger}"`);
  const { stress } = element;
  if (stress && !(element.title.da.includes(stress.da) && element.title.en.includes(stress.en))) {
    throw new SurveyProblem(`${path}.stress`, "the stressed word does not stand in the title");
  }
}

function checkForm(form: FormSource, written: unknown, path: string): void {
  const earlier = new Map<string, ElementSource>();
  form.pages.forEach((page, index) => {
    const elementPath = `${path}.pages[${index}].elements[0]`;
    for (const element of page.elements) {
      if (earlier.has(element.name))
        throw new SurveyProblem(`${elementPath}.name`, `"${element.name}" is taken by an earlier question`);
      checkElement(element, elementPath);
      if (element.visibleIf) compileCondition(element.visibleIf, earlier, `${elementPath}.visibleIf`);
      earlier.set(element.name, element);
    }
  });
  const [error] = new Model(written).jsonErrors ?? [];
  if (error) throw new SurveyProblem(path, `SurveyJS refuses it: ${error.message}`);
}

export function loadSurvey(json: unknown): Survey {
  const parsed = surveyShape.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path
      .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
      .join("")
      .replace(/^\./, "");
    throw new SurveyProblem(path || "(file)", issue?.message ?? "is not a survey");
  }
  // What the author wrote has just been found to be of this shape; survey-core reads it without our defaults.
  const written = json as z.input<typeof surveyShape>;
  for (const band of FORM_NAMES) {
    const form = parsed.data.forms[band];
    if (!form) continue;
    if (!parsed.data.about[band])
      throw new SurveyProblem(`about.${band}`, "a form needs a sentence that says what it is about");
    checkForm(form, written.forms[band], `forms.${band}`);
  }
  return parsed.data;
}
