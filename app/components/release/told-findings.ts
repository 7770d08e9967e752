/** The findings of a release as sentences, and the one thing to talk with the children about. Read on the server alone. */
import { dialogueOf } from "#surveys/bank/dialogue-questions";
import { endingOf, writtenEnding } from "#surveys/bank/endings";
import type { Locale } from "#surveys/paper/local-text";
import type { Finding, Standing } from "#surveys/results/findings";
import { sayingOf } from "#surveys/results/findings";
import { questionAsItem } from "#surveys/results/question-as-item";
import type { QuestionResult } from "#surveys/results/form-result";
import type { Release } from "#server/releases/contract";
import type { Talk, ToldFinding } from "./leader-page";
import { changeSentence, missingSentence, noChangeSentence, standingSentence, whoOf } from "./sentences";
import type { Sentence } from "./sentences";

/** Whether its index is held against the same form's in the municipality. */
const isBeside = ({ forms }: Release, { form, index }: Standing): boolean =>
  forms
    .find((one) => one.form === form)
    ?.indices.some((one) => one.index === index && one.municipality !== undefined) ?? false;

function questionOf(release: Release, { form, item }: Standing): QuestionResult | undefined {
  return release.forms.find((one) => one.form === form)?.questions.find((question) => question.id === item);
}

/** Where nobody has written the other side's ending, the favourable one is told. */
function tellStanding(release: Release, standing: Standing, locale: Locale): Sentence | undefined {
  const question = questionOf(release, standing);
  if (!question) return undefined;
  const item = questionAsItem(question);
  const written = writtenEnding(item, standing.form, standing.side);
  const held = { isBeside: isBeside(release, standing) };
  if (written) return standingSentence(standing, { ...held, ending: written[locale] }, locale);
  if (!question.favourable) return undefined;
  const turned: Standing = { ...standing, side: "favourable", saying: sayingOf(question.favourable) };
  const ending = endingOf(item, standing.form, "favourable")[locale];
  return standingSentence(turned, { ...held, ending }, locale);
}

function tell(release: Release, finding: Finding, locale: Locale): ToldFinding[] {
  if ("saying" in finding) {
    const sentence = tellStanding(release, finding, locale);
    const { theme, form, index, precision } = finding;
    return sentence ? [{ ...sentence, theme, form, index, certainty: precision }] : [];
  }
  if (finding.kind === "change") {
    const { form, theme, index, certainty } = finding;
    const now = release.forms.find((one) => one.form === form)?.indices.find((one) => one.index === index);
    return now ? [{ ...changeSentence(finding, now.value, locale), theme, form, index, certainty }] : [];
  }
  // Where fewer than five took part nobody is told how many did not.
  if (finding.kind === "missing")
    return finding.participants === undefined
      ? []
      : [{ ...missingSentence({ ...finding, participants: finding.participants }, locale), certainty: "cannot-tell" }];
  return [{ ...noChangeSentence(finding.kind, locale), certainty: "cannot-tell" }];
}

export function toldFindings(release: Release, locale: Locale): ToldFinding[] {
  return release.findings.flatMap((finding) => tell(release, finding, locale));
}

/** What fell, fairly certain, comes before what stands hardest. */
export function talkOf(release: Release, locale: Locale): Talk | undefined {
  const { findings } = release;
  const fell = findings.flatMap((one) => (one.kind === "change" && one.direction === "down" ? [one] : []));
  const hard = findings.flatMap((one) => ("saying" in one && one.kind === "hard" ? [one] : []));
  for (const finding of [...fell, ...hard]) {
    const dialogue = dialogueOf(finding.index, finding.form);
    if (!dialogue) continue;
    return {
      lead: dialogue.lead[locale],
      questions: dialogue.questions.map((question) => question[locale]),
      why: finding.kind === "change" ? "fell" : isBeside(release, finding) ? "hard" : "lowest",
      who: whoOf(finding.form) === "young" ? "young" : "children",
      form: finding.form,
      index: finding.index,
    };
  }
  return undefined;
}
