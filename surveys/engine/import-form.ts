/**
 * Reads a SurveyJS form of any make: a paper can be made of it, or SurveyJS's own renderer has to draw it (with every
 * reason), or it is refused (`SurveyProblem`). The guard comes first and survey-core is the authority on SurveyJS.
 */
import type { FormName } from "../paper/form";
import type { LocalText } from "../paper/local-text";
import type { Theme } from "../paper/paper";
import { guardDefinition, parseDefinition } from "./guard-definition";
import { checkKnownWords } from "./known-words";
import type { LoadOptions, Survey } from "./load-survey";
import { checkForm, checkSurveyJs, rulesFor } from "./load-survey";
import type { ReadForm } from "./read-form";
import { readForm } from "./read-form";
import { SurveyProblem } from "./survey-problem";
import type { Remark } from "./translate-foreign";
import { isRecord, localise, translateForeign } from "./translate-foreign";

export interface ImportOptions extends LoadOptions {
  /** The form it becomes. */
  readonly form: FormName;
  readonly slug?: string;
  readonly version?: number;
  /** Of questions that name none. */
  readonly theme?: Theme;
  /** What it is about, when the survey's own description is not to be used. */
  readonly about?: LocalText;
}

export type Imported =
  | { readonly kind: "paper"; readonly survey: Survey; readonly notes: readonly Remark[] }
  | { readonly kind: "surveyjs"; readonly reasons: readonly Remark[]; readonly notes: readonly Remark[] };

function guarded(json: unknown): Readonly<Record<string, unknown>> {
  const read = typeof json === "string" ? parseDefinition(json) : json;
  if (typeof json !== "string") guardDefinition(read, { isForeign: true });
  const lists = isRecord(read) ? [read["pages"], read["elements"], read["questions"]] : [];
  if (!isRecord(read) || !lists.some((list) => Array.isArray(list) && list.length > 0))
    throw new SurveyProblem("(file)", "is no SurveyJS survey: it has no pages and no elements");
  return read;
}

/** Undefined when the form holds what SurveyJS allows and a paper cannot carry: SurveyJS's words are known to be right. */
function readIt(form: unknown, reasons: Remark[]): ReadForm | undefined {
  try {
    return readForm(form, "", { isForeign: true });
  } catch (error) {
    if (!(error instanceof SurveyProblem)) throw error;
    reasons.push({ path: error.path, reason: error.reason });
    return undefined;
  }
}

function checkIt(read: ReadForm, options: ImportOptions, reasons: Remark[]): void {
  const note = ({ path, reason }: SurveyProblem) => reasons.push({ path, reason });
  try {
    checkForm(read, rulesFor(options.form, options), note);
  } catch (error) {
    if (!(error instanceof SurveyProblem)) throw error;
    note(error);
  }
}

/** `json` is the text of a file, or what has been read of it. */
export function importForm(json: unknown, options: ImportOptions): Imported {
  const written = guarded(json);
  checkKnownWords(written);
  const { form, reasons, notes } = translateForeign(written, options.theme ?? "voice");
  const read = reasons.length === 0 ? readIt(form, reasons) : undefined;
  if (read) checkIt(read, options, reasons);
  // Only what a paper is made of is built on the server: a whole survey may compute, fetch and grow without end.
  if (reasons.length === 0) checkSurveyJs(form, "(file)");
  if (!read || reasons.length > 0) return { kind: "surveyjs", reasons, notes };
  const title = localise(written["title"], "Undersøgelse");
  const about = options.about ?? localise(written["description"], title.da);
  const survey: Survey = {
    slug: options.slug ?? "imported",
    version: options.version ?? 1,
    title,
    about: { [options.form]: { ...about } },
    forms: { [options.form]: read.form },
  };
  return { kind: "paper", survey, notes };
}
