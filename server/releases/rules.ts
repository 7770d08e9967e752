/** Computes a release from sealed answers. Pure; everything published is coded before it leaves this file. */
import { areLeftOpen, baseOf, codeChoices, codeCount, codeShare } from "#surveys/disclosure/code-value";
import type { CodedShare, Counted } from "#surveys/disclosure/code-value";
import { stepFor } from "#surveys/disclosure/count-cells";
import { isTooFew, qualityOf } from "#surveys/disclosure/suppress";
import { THRESHOLDS } from "#surveys/disclosure/thresholds";
import { dayAt, lastDayBefore } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import { isMade } from "#surveys/paper/scale-kinds";
import type { Answers, NonAnswer, NonAnswers, Theme } from "#surveys/paper/paper";
import type { ScoredItem, ScoringKey } from "#surveys/paper/scoring-key";
import { isScored, scoreChild, scoredThemes } from "#surveys/scoring/score-child";
import { meanInterval, widestDeviation } from "#surveys/statistics/mean-interval";
import type { Institution } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { FormTable, IndexValue, ItemTable, Release } from "./contract";

interface GivenAnswers {
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

interface FormInput {
  readonly band: FormName;
  readonly invited: number;
  readonly responses: readonly GivenAnswers[];
  readonly scoringKey: ScoringKey;
}

export interface ReleaseInput {
  readonly round: Round;
  readonly institution: Institution;
  readonly forms: readonly FormInput[];
}

const has = (answer: Answers[string] | undefined, value: string) =>
  answer === value || (Array.isArray(answer) && answer.includes(value));

/** Undefined when the choices together would tell more than each of them. */
function choiceShares(item: ScoredItem, counts: readonly number[], counted: Counted): CodedShare[] | undefined {
  if (item.mostChosen === 1) return codeChoices(counts, counted);
  if (!areLeftOpen(counts, item.mostChosen, counted)) return undefined;
  return counts.map((count) => codeShare(count, counted));
}

function tabulateItem(item: ScoredItem, { responses, invited }: FormInput): ItemTable {
  const answers = responses.map((response) => response.answers[item.name]).filter((answer) => answer !== undefined);
  const { name, type, theme, isAnchor, question } = item;
  const about = { name, type, theme, isAnchor, question };
  const answered = answers.length;
  const base = baseOf(answered, responses.length);
  const gave = (reason: NonAnswer) =>
    codeCount(responses.filter(({ nonAnswers }) => nonAnswers[item.name] === reason).length, base, responses.length);
  const told = { ...about, declined: gave("declined"), notUnderstood: gave("not-understood") };
  if (!base) return { ...told, status: "suppressed", reason: "too-few", choices: [] };
  const counts = item.choices.map(({ value }) => answers.filter((answer) => has(answer, value)).length);
  const counted = { answered, base, population: invited };
  const shares = choiceShares(item, counts, counted);
  if (!shares) return { ...told, status: "suppressed", reason: "would-tell", choices: [] };
  const favourable = answers.filter((answer) => item.favourable.some((value) => has(answer, value))).length;
  return {
    ...told,
    status: "shown",
    ...(base.n === responses.length ? {} : { baseFives: base.n }),
    choices: shares.flatMap((share, index) => {
      const choice = item.choices[index];
      if (!choice) return [];
      const { value, label } = choice;
      return [{ value, label, isFavourable: item.favourable.includes(value), share }];
    }),
    ...(isScored(item) ? { favourable: codeShare(favourable, counted) } : {}),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The mean of the coded shares of a theme's questions, which is the mean of the children's scores but for rounding and
 * for what single children skipped. Taken from the children's scores it would, beside the shares, give exact counts
 * away. Their scatter is not told either: the interval takes the widest there can be.
 */
function tabulateIndex(theme: Theme, items: readonly ItemTable[], { responses, scoringKey }: FormInput): IndexValue {
  const scored = responses.filter(({ answers }) => scoreChild(scoringKey, theme, answers) !== undefined).length;
  const shares = items.filter((item) => item.theme === theme).flatMap(({ favourable }) => favourable ?? []);
  const base = baseOf(scored, responses.length);
  if (!base || scored < THRESHOLDS.mean || shares.length === 0)
    return { theme, status: "suppressed", reason: "too-few" };
  const from = mean(shares.map((share) => share.from));
  const to = mean(shares.map((share) => share.to));
  const n = base.atLeast;
  const nearestToHalf = Math.min(Math.max(from, 50), to);
  const standardDeviation = widestDeviation(nearestToHalf, n);
  const step = Math.min(stepFor(n), 5);
  return {
    theme,
    status: "shown",
    mean: Math.round((from + to) / 2 / step) * step,
    low: Math.floor(meanInterval({ mean: from, standardDeviation, n }).low / step) * step,
    high: Math.ceil(meanInterval({ mean: to, standardDeviation, n }).high / step) * step,
  };
}

function tabulateForm(form: FormInput, isBesideTooFew: boolean): FormTable {
  const { band, invited } = form;
  const responded = form.responses.length;
  const hidden = { band, invited, status: "suppressed", items: [], indices: [] } as const;
  if (isTooFew(responded)) return { ...hidden, reason: "too-few" };
  if (isBesideTooFew) return { ...hidden, reason: "complement-too-few" };
  const quality = qualityOf(responded, invited);
  if (quality === "only-rate") return { ...hidden, responded, quality, reason: "low-response" };
  const items = form.scoringKey.items.filter((item) => !isMade(item.type)).map((item) => tabulateItem(item, form));
  const indices = scoredThemes(form.scoringKey).map((theme) => tabulateIndex(theme, items, form));
  return { band, invited, responded, quality, status: "shown", items, indices };
}

/** A form of too few takes the next smallest with it, or it could be told from the number of all who took part. */
function tabulateForms(forms: readonly FormInput[]): FormTable[] {
  const sizes = forms.map(({ responses }) => responses.length);
  const others = sizes.filter((n) => !isTooFew(n)).sort((a, b) => a - b);
  const beside = sizes.some((n) => n > 0 && isTooFew(n)) ? sizes.indexOf(others[0] ?? -1) : -1;
  return forms.map((form, index) => tabulateForm(form, index === beside));
}

/** Took part: who gave at least one answer, or said of a question that he would not or did not understand. */
const tookPart = ({ answers, nonAnswers }: GivenAnswers) =>
  Object.keys(answers).length + Object.keys(nonAnswers).length > 0;

/** Whoever answered was asked, also where a group's declared number of children has fallen behind. */
function withEverybodyAsked(form: FormInput): FormInput {
  const responses = form.responses.filter(tookPart);
  return { ...form, responses, invited: Math.max(form.invited, responses.length) };
}

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
    closedOn: lastDayBefore(round.closedAt ?? round.closesAt),
    sealedOn: dayAt(round.sealedAt ?? round.closesAt),
    feedbackDueOn: dayAt(round.feedbackDueAt),
    ownerRole: round.ownerRole,
    invited,
    ...(responded >= THRESHOLDS.cell ? { responded } : {}),
    quality,
    forms: tabulateForms(forms),
  };
}
