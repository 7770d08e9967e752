/**
 * Whether SurveyJS knows the types and properties that a file gives its pages and questions, asked of its own table of
 * them: nothing is built, so a survey that would compute, fetch or grow without end costs no more than its size. Columns of
 * matrices are not asked for. Throws `SurveyProblem`.
 */
import { Serializer } from "survey-core";
import "./own-types";
import { SurveyProblem } from "./survey-problem";
import { isRecord } from "./translate-foreign";

const ELEMENTS: readonly string[] = ["elements", "questions", "templateElements", "detailElements"];

function checkProperties(json: Readonly<Record<string, unknown>>, type: string, path: string): void {
  if (!Serializer.findClass(type)) throw new SurveyProblem(`${path}.type`, `SurveyJS has no question type "${type}"`);
  for (const [name, value] of Object.entries(json)) {
    if (name !== "type" && !Serializer.findProperty(type, name))
      throw new SurveyProblem(`${path}.${name}`.replace(/^\./, ""), `SurveyJS has no property "${name}" for a ${type}`);
    if (ELEMENTS.includes(name)) checkElements(value, `${path}.${name}`.replace(/^\./, ""));
  }
}

function checkElements(list: unknown, path: string): void {
  if (!Array.isArray(list)) return;
  list.forEach((element: unknown, index) => {
    if (!isRecord(element)) return;
    // The guard has seen to it that a type is text.
    checkProperties(element, typeof element["type"] === "string" ? element["type"] : "text", `${path}[${index}]`);
  });
}

export function checkKnownWords(survey: Readonly<Record<string, unknown>>): void {
  const { pages, ...rest } = survey;
  checkProperties(rest, "survey", "");
  if (!Array.isArray(pages)) return;
  pages.forEach((page: unknown, index) => {
    if (isRecord(page)) checkProperties(page, "page", `pages[${index}]`);
  });
}
