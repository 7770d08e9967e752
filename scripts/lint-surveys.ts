/** `npm run lint:surveys`: a table of every form in every language, what the linter finds, and why that matters. */
import { talks } from "../surveys/bank/dialogue-questions";
import { endings } from "../surveys/bank/endings";
import { environments } from "../surveys/bank/environment";
import { showings } from "../surveys/bank/showing";
import { wholeBank } from "../surveys/engine/bank-surveys";
import { lintForms } from "../surveys/engine/lint-forms";
import { loadSurvey } from "../surveys/engine/load-survey";
import { scoredQuestions } from "../surveys/engine/scored-questions";
import { definitions } from "../surveys/definitions/index";
import { lintBank, lintSurvey, ownWordsIn } from "../surveys/linter/lint";
import { askedItems } from "../surveys/linter/lint-form";
import type { LintForm } from "../surveys/linter/lint-form";
import { lix } from "../surveys/linter/reading";
import type { Finding } from "../surveys/linter/rule";
import { BANK_RULES, SURVEY_RULES } from "../surveys/linter/rules/across-forms";
import { DIALOGUE_RULES, lintDialogue } from "../surveys/linter/rules/dialogue";
import { ENDING_RULES, lintEndings } from "../surveys/linter/rules/endings";
import { ENVIRONMENT_RULES, lintEnvironments } from "../surveys/linter/rules/environment";
import { RULES } from "../surveys/linter/rules/index";
import { lintShowings, SHOWING_RULES } from "../surveys/linter/rules/showing";
import { languagesFor } from "../surveys/linter/rules/senses";
import { estimatedSeconds } from "../surveys/linter/rules/structure";
import { danishText } from "../surveys/linter/rules/wording";
import { danishTexts } from "../surveys/translations/danish-texts";
import { signedTranslations } from "../surveys/translations/signed";
import { STALE_TRANSLATION, staleTranslations } from "../surveys/translations/stale";
import { shippedNarrations } from "../surveys/narration/shipped";

const say = (text: string) => process.stdout.write(`${text}\n`);

const published = definitions.map(({ json }) => loadSurvey(json));
const surveys = published.map((survey) => lintForms(survey, shippedNarrations));
const banked = wholeBank.forms.map(({ form }) => loadSurvey(wholeBank.define(form).json, { allowMedia: true }));
const bank = banked.flatMap((survey) => lintForms(survey, shippedNarrations));

function rowsOf(form: LintForm, findings: readonly Finding[]): string[][] {
  return languagesFor(form.form).map((language) => {
    const own = findings.filter((finding) => finding.form === form.form && (finding.language ?? language) === language);
    // The items of the bank are never asked together.
    const isAsked = !bank.includes(form);
    const value = isAsked && language === "da" ? lix(danishText(form)) : undefined;
    const minutes = isAsked ? (estimatedSeconds(form) / 60).toFixed(1) : "–";
    const readable = value === undefined ? "–" : String(Math.round(value));
    return [form.survey, form.form, language, String(askedItems(form).length), minutes, readable, String(own.length)];
  });
}

const findings = [
  ...surveys.flatMap(lintSurvey),
  ...lintBank(bank),
  ...lintEndings(endings, [...published, ...banked].flatMap(scoredQuestions)),
  ...lintShowings(showings, [...surveys.flat(), ...bank]),
  ...lintEnvironments(environments, surveys.flat(), [...surveys.flat(), ...bank]),
];
const talked = lintDialogue(talks);
const head = ["survey", "form", "language", "items", "minutes", "LIX", "findings"];
const table = [
  head,
  ...[...surveys.flat(), ...bank].flatMap((form) =>
    rowsOf(
      form,
      findings.filter(({ survey }) => survey === form.survey),
    ),
  ),
];
const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
for (const row of table) say(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));

for (const { survey, form, item, message } of [...surveys, bank].flatMap(ownWordsIn))
  say(`\n${survey} ${form} ${item}: ${message}`);

const all = [
  ...RULES,
  ...SURVEY_RULES,
  ...BANK_RULES,
  ...ENDING_RULES,
  ...SHOWING_RULES,
  ...ENVIRONMENT_RULES,
  ...DIALOGUE_RULES,
];
const teaches = new Map(all.map(({ id, teaches: why }) => [id, why]));
const SHOWN = process.argv.includes("--all") ? Number.POSITIVE_INFINITY : 60;
for (const { rule, survey, form, item, language, message } of findings.slice(0, SHOWN))
  say(
    `\n${survey} ${form}${item ? ` ${item}` : ""}${language ? ` (${language})` : ""}: ${message} [${rule}]\n  ${teaches.get(rule) ?? ""}`,
  );
if (findings.length > SHOWN) say(`\n… and ${findings.length - SHOWN} more (npm run lint:surveys -- --all).`);
const rules = [...new Set(findings.map(({ rule }) => rule))];
if (rules.length > 0) say("");
for (const rule of rules) say(`${rule}: ${findings.filter((finding) => finding.rule === rule).length}`);

for (const { rule, where, language, message } of talked)
  say(`\ntalk ${where} (${language}): ${message} [${rule}]\n  ${teaches.get(rule) ?? ""}`);

const stale = staleTranslations(danishTexts(), signedTranslations);
for (const { key, language, message } of stale.slice(0, SHOWN))
  say(`\n${key} (${language}): ${message} [${STALE_TRANSLATION.id}]`);
if (stale.length > 0) say(`  ${STALE_TRANSLATION.teaches} All of them: npm run translations.`);
const count = findings.length + talked.length + stale.length;
say(`\n${count} findings.`);
process.exitCode = count > 0 ? 1 : 0;
