/**
 * What a form's tables tell of an institution, a group or the whole municipality: arithmetic on sums of noisy counts.
 * Numbers and codes, no words but the survey's own.
 */
import type { LocalText } from "../paper/local-text";
import type { FormName } from "../paper/form";
import type { Scale, Theme } from "../paper/paper";
import type { ScoredItem, ScoringKey } from "../paper/scoring-key";
import type { Index } from "../scoring/indices";
import { THEME_OF } from "../scoring/indices";
import { indicesIn, isScored } from "../scoring/score-child";
import { hardshipLaw, questionLaw } from "./draw-table";
import type { Summed } from "./estimate";
import { addUp, estimate } from "./estimate";
import { FLOORS } from "./floors";
import { estimateIndex } from "./index-score";
import type { Estimated } from "./noise-interval";
import { estimateChosen, estimateMean } from "./noise-interval";
import type { Question, WITHOUT_ANSWER } from "./questions";
import { WITHOUT_STICKER, questionsIn } from "./questions";
import { favourableShare, oppositeShare, scoreValues } from "./score-values";
import type { Counts, UnitTable } from "./table";
import { unknownShare } from "./unknown-share";

/** In percent of the children who answered, with what the noise may have made of it. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface KnownShare extends Share {
  /** What all who were asked could mean, those who did not answer included. */
  readonly ofAll: { readonly low: number; readonly high: number };
}

export interface ChoiceResult {
  readonly value: string;
  /** Absent for a place that was left alone. */
  readonly label?: LocalText;
  readonly isFavourable: boolean;
  readonly share: Share;
}

export interface QuestionResult {
  readonly id: string;
  readonly item: string;
  readonly type: Scale;
  readonly theme: Theme;
  readonly index?: Index;
  readonly isAnchor: boolean;
  readonly question: LocalText;
  readonly place?: LocalText;
  /** About how many answered, by the table; below the floor nothing else is told. */
  readonly base: number;
  readonly choices: readonly ChoiceResult[];
  readonly favourable?: KnownShare;
  readonly opposite?: KnownShare;
  /** Percent of the participants, by the table. */
  readonly without: Readonly<Record<(typeof WITHOUT_ANSWER)[number], number>>;
}

export interface IndexResult extends Share {
  readonly index: Index;
  readonly theme: Theme;
  /** Names of its items and their choices: only what is made of the same is compared. */
  readonly madeOf: string;
  readonly base: number;
  readonly noiseVariance: number;
}

export interface HardshipResult {
  readonly base: number;
  /** In none, one, two, three or more themes. */
  readonly shares: readonly Share[];
}

export interface FormResult {
  readonly form: FormName;
  readonly invited: number;
  readonly participants: number;
  readonly questions: readonly QuestionResult[];
  readonly indices: readonly IndexResult[];
  readonly hardship?: HardshipResult;
}

/** Some leaves of one form, or all of several units'. `wholes` are there where no leaf is left out. */
export interface Tables {
  readonly form: FormName;
  readonly epsilonPermille: number;
  readonly leaves: UnitTable["leaves"];
  readonly wholes: readonly UnitTable["whole"][];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const inPercent = ({ value, low, high }: Estimated, most = 1): Share => ({
  value: tenth((100 * value) / most),
  low: tenth((100 * low) / most),
  high: tenth((100 * high) / most),
});

const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

export function tablesOf(units: readonly UnitTable[]): Tables | undefined {
  const [first] = units;
  if (!first) return undefined;
  return {
    form: first.form,
    // Where it was made stricter in between, the larger noise is reckoned with.
    epsilonPermille: Math.min(...units.map((unit) => unit.epsilonPermille)),
    leaves: units.flatMap(({ leaves }) => leaves),
    wholes: units.map(({ whole }) => whole),
  };
}

/** Sums of a form's tables by question, made once and read by everything below. */
function sumQuestions(tables: Tables, questions: readonly Question[]): Map<string, Summed> {
  const participants = sumOf(tables.leaves.map((leaf) => leaf.participants));
  const found = questions.map((question) => {
    const law = questionLaw(tables.epsilonPermille, question.most);
    const row = (counts: Counts, of: number): Summed[] => {
      const known = counts[question.id];
      return known ? [{ counts: known, participants: of, leaves: 1, law }] : [];
    };
    const rows =
      question.kind === "several"
        ? tables.wholes.flatMap(({ several }) => row(several, 0))
        : tables.leaves.flatMap((leaf) => row(leaf.counts, leaf.participants));
    const sum = addUp(rows);
    return [question.id, sum && question.kind === "several" ? { ...sum, participants } : sum] as const;
  });
  return new Map(found.flatMap(([id, sum]) => (sum ? [[id, sum] as const] : [])));
}

function shareOf(summed: Summed, isMeant: readonly number[], invited: number): KnownShare | undefined {
  const share = estimateMean(summed, { values: isMeant, most: 1 });
  if (!share) return undefined;
  const { low, high } = unknownShare(summed, isMeant, invited);
  return { ...inPercent(share), ofAll: { low: tenth(100 * low), high: tenth(100 * high) } };
}

function choicesOf(item: ScoredItem, question: Question, summed: Summed): ChoiceResult[] {
  return question.choices.flatMap((value, at) => {
    const isIt = question.choices.map((_, other) => (other === at ? 1 : 0));
    const share =
      question.kind === "several" ? estimateChosen(summed, at) : estimateMean(summed, { values: isIt, most: 1 });
    if (!share) return [];
    const label = item.choices.find((choice) => choice.value === value)?.label;
    const isFavourable = item.favourable.includes(value) && value !== WITHOUT_STICKER;
    return [{ value, ...(label && { label }), isFavourable, share: inPercent(share) }];
  });
}

function withoutAnswer(question: Question, summed: Summed): QuestionResult["without"] {
  const counts = question.kind === "several" ? summed.counts : estimate(summed);
  const percent = (at: number): number =>
    tenth(Math.min(100, Math.max(0, (100 * (counts[question.choices.length + at] ?? 0)) / summed.participants)));
  return { declined: percent(0), "not-understood": percent(1), none: percent(2) };
}

function baseOf(question: Question, summed: Summed): number {
  const without = (question.kind === "several" ? summed.counts : estimate(summed)).slice(question.choices.length);
  return summed.participants - sumOf(without);
}

function questionResult(item: ScoredItem, question: Question, summed: Summed, invited: number): QuestionResult {
  const { name, type, theme, index, isAnchor, question: text, places } = item;
  const base = baseOf(question, summed);
  const place = places?.find(({ value }) => value === question.place)?.label;
  const told = base >= FLOORS.figures;
  const scored = told && question.kind === "one" && isScored(item);
  const favourable = scored ? shareOf(summed, favourableShare(item), invited) : undefined;
  const opposite = scored ? shareOf(summed, oppositeShare(item), invited) : undefined;
  return {
    id: question.id,
    item: name,
    type,
    theme,
    ...(index && { index }),
    isAnchor,
    question: text,
    ...(place && { place }),
    base: Math.max(0, Math.round(base)),
    choices: told ? choicesOf(item, question, summed) : [],
    ...(favourable && { favourable }),
    ...(opposite && { opposite }),
    without: withoutAnswer(question, summed),
  };
}

const signatureOf = (items: readonly ScoredItem[]): string =>
  items.map(({ name, choices }) => `${name}:${choices.map(({ value }) => value).join(",")}`).join(" ");

function indexResult(key: ScoringKey, index: Index, sums: ReadonlyMap<string, Summed>): IndexResult | undefined {
  const items = key.items.filter((item) => item.index === index && isScored(item));
  const scored = items.flatMap((item) => {
    const summed = sums.get(item.name);
    return summed ? [{ summed, values: scoreValues(item, key.form) }] : [];
  });
  const found = estimateIndex(scored, FLOORS.figures);
  if (!found) return undefined;
  return {
    index,
    theme: THEME_OF[index],
    madeOf: signatureOf(items),
    base: Math.round(found.base),
    ...inPercent(found, 100),
    noiseVariance: found.noiseVariance,
  };
}

export function hardshipResult({ wholes, leaves, epsilonPermille }: Tables): HardshipResult | undefined {
  const participants = sumOf(leaves.map((leaf) => leaf.participants));
  if (participants < FLOORS.hardship) return undefined;
  const law = hardshipLaw(epsilonPermille);
  const summed = addUp(wholes.map(({ hardship }) => ({ counts: hardship, participants: 0, leaves: 1, law })));
  if (!summed) return undefined;
  const known = { ...summed, participants };
  const shares = known.counts.flatMap((_, at) => {
    const isIt = known.counts.map((__, other) => (other === at ? 1 : 0));
    const share = estimateMean(known, { values: isIt, most: 1 });
    return share ? [inPercent(share)] : [];
  });
  return { base: participants, shares };
}

export function formResult(key: ScoringKey, tables: Tables, invited: number): FormResult {
  const questions = questionsIn(key);
  const sums = sumQuestions(tables, questions);
  const participants = sumOf(tables.leaves.map((leaf) => leaf.participants));
  const items = new Map(key.items.map((item) => [item.name, item]));
  const hardship = hardshipResult(tables);
  return {
    form: tables.form,
    invited: Math.max(invited, participants),
    participants,
    questions: questions.flatMap((question) => {
      const [item, summed] = [items.get(question.item), sums.get(question.id)];
      return item && summed ? [questionResult(item, question, summed, invited)] : [];
    }),
    indices: indicesIn(key).flatMap((index) => indexResult(key, index, sums) ?? []),
    ...(hardship && { hardship }),
  };
}
