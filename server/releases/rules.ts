/** Computes a release from sealed answers. Pure; everything published is coded before it leaves this file. */
import { codeCount, codeShare, stepFor, toFives } from "#surveys/disclosure/code-value";
import { qualityOf, suppressionOf } from "#surveys/disclosure/suppress";
import { THRESHOLDS } from "#surveys/disclosure/thresholds";
import type { AgeBand, Answers, NonAnswer, NonAnswers, Theme } from "#surveys/paper/paper";
import type { ScoredItem, ScoringKey } from "#surveys/paper/scoring-key";
import { isFavourable, isScored, scoreChild, scoredThemes } from "#surveys/scoring/score-child";
import { meanInterval } from "#surveys/statistics/mean-interval";
import type { Institution } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { ChoiceShare, FormTable, IndexValue, ItemTable, Release } from "./contract";

interface GivenAnswers {
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

export interface FormInput {
  readonly band: AgeBand;
  readonly invited: number;
  readonly responses: readonly GivenAnswers[];
  readonly scoringKey: ScoringKey;
}

export interface ReleaseInput {
  readonly round: Round;
  readonly institution: Institution;
  readonly forms: readonly FormInput[];
}

const dateOf = (date: Date) => date.toISOString().slice(0, 10);

const has = (answer: Answers[string] | undefined, value: string) =>
  answer === value || (Array.isArray(answer) && answer.includes(value));

function choiceShares(item: ScoredItem, responses: readonly GivenAnswers[], n: number, invited: number): ChoiceShare[] {
  return item.choices.map(({ value, label }) => {
    const count = responses.filter(({ answers }) => has(answers[item.name], value)).length;
    return { value, label, isFavourable: item.favourable.includes(value), share: codeShare(count, n, invited) };
  });
}

function tabulateItem(item: ScoredItem, { responses, invited }: FormInput): ItemTable {
  const n = responses.filter(({ answers }) => answers[item.name] !== undefined).length;
  const gave = (reason: NonAnswer) =>
    codeCount(responses.filter(({ nonAnswers }) => nonAnswers[item.name] === reason).length, responses.length);
  const { name, type, theme, isAnchor, question } = item;
  const reason = suppressionOf(n, 0);
  const base = {
    name,
    type,
    theme,
    isAnchor,
    question,
    declined: gave("declined"),
    notUnderstood: gave("not-understood"),
  };
  if (reason) return { ...base, status: "suppressed", reason, choices: [] };
  const favourable = responses.filter(({ answers }) => isFavourable(item, answers) === true).length;
  return {
    ...base,
    status: "shown",
    ...(n >= responses.length - THRESHOLDS.extreme ? {} : { baseFives: toFives(n) }),
    choices: choiceShares(item, responses, n, invited),
    ...(isScored(item) ? { favourable: codeShare(favourable, n, invited) } : {}),
  };
}

function tabulateIndex(theme: Theme, { responses, scoringKey }: FormInput): IndexValue {
  const scores = responses
    .map(({ answers }) => scoreChild(scoringKey, theme, answers))
    .filter((score) => score !== undefined);
  if (scores.length < THRESHOLDS.mean) return { theme, status: "suppressed", reason: "too-few" };
  const step = stepFor(scores.length);
  const { mean, low, high } = meanInterval(scores);
  const rounded = Math.min(100, Math.round(mean / step) * step);
  // Widened by half a step on each side, because the mean behind a rounded value may be anywhere in its step.
  return {
    theme,
    status: "shown",
    mean: rounded,
    low: Math.max(0, Math.min(rounded, Math.floor((low - step / 2) / step) * step)),
    high: Math.min(100, Math.max(rounded, Math.ceil((high + step / 2) / step) * step)),
    step,
  };
}

function tabulateForm(form: FormInput, respondedInAll: number, isRateOnly: boolean): FormTable {
  const { band, invited } = form;
  const n = form.responses.length;
  const reason = suppressionOf(n, respondedInAll - n) ?? (isRateOnly ? "low-response" : undefined);
  const mayCount = reason === undefined || reason === "low-response";
  if (reason)
    return {
      band,
      invited,
      ...(mayCount ? { responded: n } : {}),
      status: "suppressed",
      reason,
      items: [],
      indices: [],
    };
  return {
    band,
    invited,
    responded: n,
    status: "shown",
    items: form.scoringKey.items.filter((item) => item.type !== "text").map((item) => tabulateItem(item, form)),
    indices: scoredThemes(form.scoringKey).map((theme) => tabulateIndex(theme, form)),
  };
}

/** Whoever answered was asked, also where a group's declared number of children has fallen behind. */
const withEverybodyAsked = (form: FormInput): FormInput => ({
  ...form,
  invited: Math.max(form.invited, form.responses.length),
});

export function computeRelease({ round, institution, forms: given }: ReleaseInput): Omit<Release, "hash"> {
  const forms = given.map(withEverybodyAsked);
  const invited = forms.reduce((sum, form) => sum + form.invited, 0);
  const responded = forms.reduce((sum, form) => sum + form.responses.length, 0);
  // How many of few answered is itself not told, not even roughly.
  const quality = responded < THRESHOLDS.cell ? "only-rate" : qualityOf(responded, invited);
  return {
    roundId: round.id,
    roundTitle: round.title,
    institutionId: institution.id,
    institutionName: institution.name,
    version: 1,
    survey: round.survey,
    surveyVersion: round.surveyVersion,
    closedOn: dateOf(round.closedAt ?? round.closesAt),
    sealedOn: dateOf(round.sealedAt ?? round.closesAt),
    feedbackDueOn: dateOf(round.feedbackDueAt),
    ownerRole: round.ownerRole,
    invited,
    ...(responded >= THRESHOLDS.cell ? { responded } : {}),
    quality,
    forms: forms.map((form) => tabulateForm(form, responded, quality === "only-rate")),
  };
}

/** JSON with sorted keys, so that the same release always has the same hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(",")}}`;
}
