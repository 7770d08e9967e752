/** What becomes of a file somebody brings: a paper with what it lacks, SurveyJS's own renderer with why, or a refusal. */
import { completeLanguages } from "#surveys/engine/complete-languages";
import { compilePaper } from "#surveys/engine/compile-paper";
import { importForm } from "#surveys/engine/import-form";
import { lintForms } from "#surveys/engine/lint-forms";
import { SurveyProblem } from "#surveys/engine/survey-problem";
import { lintSurvey } from "#surveys/linter/lint";
import { sounds } from "#surveys/linter/rules/senses";
import type { Trial, TrialOutcome } from "./contract";
import { showPaper } from "./show-paper";

/** Drawings and voices may be looked at, though nothing that asks for them is published yet. */
const LOOKED_AT = { allowMedia: true };

export function tryForm({ json, form, language: wished }: Trial): TrialOutcome {
  try {
    const imported = importForm(json, { form, ...LOOKED_AT });
    if (imported.kind === "surveyjs") return { ...imported, json, language: wished };
    const { survey, notes } = imported;
    const language = completeLanguages(survey, form).includes(wished) ? wished : "da";
    // Sounds are made when a survey has its place in the repository.
    const findings = lintSurvey(lintForms(survey, {})).filter(({ rule }) => rule !== sounds.id);
    const lacks = findings.map(({ item, rule, message, language: of }) => ({
      path: [item, of].filter(Boolean).join(" · "),
      reason: `${message} [${rule}]`,
    }));
    return {
      kind: "paper",
      shown: showPaper(compilePaper(survey, form, language)),
      isInDanish: language !== wished,
      notes,
      lacks,
    };
  } catch (error) {
    if (!(error instanceof SurveyProblem)) throw error;
    return { kind: "refused", path: error.path, reason: error.reason };
  }
}
