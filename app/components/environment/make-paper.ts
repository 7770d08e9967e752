/** Makes the paper of a release. Whole institution only: whoever may read it, no group's figure stands in it. Pure. */
import type { Release, FormRelease } from "#server/releases/contract";
import type { InstitutionKind } from "#server/organisation/contract";
import { endingOf } from "#surveys/bank/endings";
import type { Environment } from "#surveys/bank/environment";
import { ENVIRONMENTS, environmentsOf } from "#surveys/bank/environment";
import { audienceOf } from "#surveys/paper/form";
import type { Locale } from "#surveys/paper/local-text";
import { sayingOf } from "#surveys/results/findings";
import { SAYS_WHO_ANSWERED_BELOW } from "#surveys/results/floors";
import type { QuestionResult } from "#surveys/results/form-result";
import { questionAsItem } from "#surveys/results/question-as-item";
import { standingSentence } from "../release/sentences";
import { toldFindings } from "../release/told-findings";
import type { PaperKind, PaperPart, PaperView, ToldItem } from "./paper-view";

const KINDS: Readonly<Record<InstitutionKind, PaperKind>> = {
  dagtilbud: "daycare",
  dagpleje: "daycare",
  skole: "school",
  læringshus: "school",
  specialskole: "school",
  sfo: "other",
  fritidshjem: "other",
  klub: "other",
  ungdomsskole: "school",
  "10.-klassecenter": "school",
  ungdomsuddannelse: "school",
};

function toldItem(question: QuestionResult, { form, participants, invited }: FormRelease, locale: Locale): ToldItem[] {
  if (!question.favourable) return [];
  const ending = endingOf(questionAsItem(question), form, "favourable")[locale];
  const rate = (participants ?? 0) / Math.max(1, invited);
  const standing = {
    kind: "good" as const,
    form,
    saying: sayingOf(question.favourable),
    ofThoseWhoAnswered: rate < SAYS_WHO_ANSWERED_BELOW,
  };
  const { text, basis } = standingSentence(standing, { ending, isBeside: false }, locale);
  // The first says why a leader's page tells it; here all is told.
  return [{ form, text, basis: basis[1] ?? "" }];
}

function partOf(part: Environment, forms: readonly FormRelease[], locale: Locale): PaperPart {
  const told = forms.flatMap((form) =>
    form.questions
      .filter(({ item }) => environmentsOf(item).includes(part))
      .flatMap((question) => toldItem(question, form, locale)),
  );
  return { part, told };
}

type Made = Omit<PaperView, "back" | "actionsAddress" | "plan">;

export function paperOf(release: Release, kinds: readonly InstitutionKind[], locale: Locale): Made {
  const ofChildren = release.forms.filter(({ form }) => audienceOf(form) === "child");
  const shown = ofChildren.filter(({ hidden }) => !hidden);
  return {
    // A house of several kinds owes the paper of the first.
    kind: KINDS[kinds[0] ?? "skole"],
    institution: release.institutionName,
    round: release.roundTitle[locale],
    closedOn: release.closedOn,
    sealedOn: release.sealedOn,
    invited: release.invited,
    ...(release.participants !== undefined && { participants: release.participants }),
    hidden: ofChildren.flatMap(({ form, hidden }) => (hidden ? [form] : [])),
    parts: ENVIRONMENTS.map((part) => partOf(part, shown, locale)),
    findings: toldFindings(release, locale).map(({ text, basis }) => ({ text, basis: basis.join(" · ") })),
  };
}
