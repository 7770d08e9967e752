/** Computes the releases of a round from its tables. Pure: arithmetic on tables, numbers of children, and earlier releases. */
import { dayAt, lastDayBefore } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import type { ScoringKey } from "#surveys/paper/scoring-key";
import type { Comparison, Measured } from "#surveys/results/compare-rounds";
import { compareRounds, marginOf } from "#surveys/results/compare-rounds";
import { EPSILON_PERMILLE } from "#surveys/results/draw-table";
import type { Change } from "#surveys/results/findings";
import { findingsOf } from "#surveys/results/findings";
import { FLOORS, responseOf } from "#surveys/results/floors";
import type { FormResult, IndexResult, Share } from "#surveys/results/form-result";
import { formResult, tablesOf } from "#surveys/results/form-result";
import { USUAL_VARIANCE, scoreVariances } from "#surveys/results/score-variances";
import type { UnitTable } from "#surveys/results/table";
import type { Index } from "#surveys/scoring/indices";
import type { Group, Institution } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { Bounds, FormRelease, HeardLeaf, Hidden, IndexBeside, LeafResult, PastIndex, Release } from "./contract";

type Unhashed = Omit<Release, "hash">;

export interface RoundInput {
  readonly round: Round;
  readonly institutions: readonly Institution[];
  readonly groups: readonly Group[];
  readonly tables: readonly UnitTable[];
  readonly scoringKey: (form: FormName) => ScoringKey;
  /** Of an institution, newest first: releases of the same survey that were published before. */
  readonly earlier: ReadonlyMap<string, readonly Release[]>;
}

const MOST_PAST = 2;
/** Beside fewer than so many institutions' forms a mark of the municipality would say hardly more than one's own figure. */
const LEAST_BESIDE = 3;

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** A form over the whole municipality: what an institution's figures stand beside. */
interface Whole {
  readonly result: FormResult;
  /** Enough institutions have it for the whole to be more than one of them. */
  readonly isOfSeveral: boolean;
  /** Of single children's scores by index, in points squared. */
  readonly variance: (index: Index) => number;
}

function wholeOf({ tables, scoringKey, groups }: RoundInput, form: FormName): Whole | undefined {
  const units = tables.filter((table) => table.form === form);
  const all = tablesOf(units);
  if (!all) return undefined;
  const invited = sum(groups.filter(({ band }) => band === form).map(({ childCount }) => childCount));
  const key = scoringKey(form);
  const variances = scoreVariances(key, units);
  return {
    result: formResult(key, all, invited),
    isOfSeveral: units.length >= LEAST_BESIDE,
    variance: (index) => variances.get(index) ?? USUAL_VARIANCE,
  };
}

/** One institution's form: who was asked, and its own table where it has one. */
interface Part {
  readonly institution: Institution;
  readonly form: FormName;
  readonly groups: readonly Group[];
  readonly invited: number;
  readonly table?: UnitTable;
  readonly hidden?: Hidden;
  readonly result?: FormResult;
}

function hiddenOf(part: Omit<Part, "hidden" | "result">, tables: readonly UnitTable[]): Hidden | undefined {
  const { table, groups, form, invited } = part;
  if (table) {
    const participants = sum(table.leaves.map((leaf) => leaf.participants));
    return responseOf(participants, invited) === "only-rate" ? "low-response" : undefined;
  }
  const ids = new Set(groups.map(({ id }) => id));
  const isPooled = tables.some(
    ({ form: of, leaves }) => of === form && leaves.some((leaf) => leaf.groups.some((id) => ids.has(id))),
  );
  return isPooled ? "with-area" : "nobody";
}

/** A group stands with the form it answered, also when it has moved up since. */
function formOfGroup({ id, band }: Group, own: readonly UnitTable[]): FormName {
  const forms = own.filter(({ leaves }) => leaves.some((leaf) => leaf.groups.includes(id))).map(({ form }) => form);
  return forms.includes(band) ? band : (forms[0] ?? band);
}

function partsOf(input: RoundInput, institution: Institution): Part[] {
  const tables = input.tables.filter(({ place }) => place.kind === "institution" && place.id === institution.id);
  const own = input.groups
    .filter(({ institutionId }) => institutionId === institution.id)
    .map((group) => ({ ...group, band: formOfGroup(group, tables) }));
  const isThere = (form: FormName) =>
    [...own.map(({ band }) => band), ...tables.map((table) => table.form)].includes(form);
  return FORM_NAMES.filter(isThere).map((form) => {
    const groups = own.filter(({ band }) => band === form);
    const invited = sum(groups.map(({ childCount }) => childCount));
    const table = tables.find((one) => one.form === form);
    const bare = { institution, form, groups, invited, ...(table && { table }) };
    const hidden = hiddenOf(bare, input.tables);
    const shown = table && !hidden ? tablesOf([table]) : undefined;
    const result = shown && formResult(input.scoringKey(form), shown, invited);
    return { ...bare, ...(hidden && { hidden }), ...(result && { result }) };
  });
}

const measured = ({ value, base, noiseVariance: noise }: IndexResult, rate: number): Measured => ({
  mean: value,
  n: base,
  noiseVariance: noise,
  rate,
});

/** The same index of the same form, made of the same items, in the newest earlier release that has it. */
function pastOf(earlier: readonly Release[], form: FormName, { index, madeOf }: IndexResult) {
  return earlier.flatMap((release) => {
    const at = release.forms.find((one) => one.form === form);
    const found = at?.indices.find((one) => one.index === index && one.madeOf === madeOf);
    return at?.participants && found ? [{ release, found, rate: at.participants / Math.max(1, at.invited) }] : [];
  });
}

interface Changes {
  readonly drift: number;
  /** By institution, form and index. */
  readonly of: (institution: string, form: FormName, index: Index) => Change | "cannot-tell" | undefined;
}

function changesOf(parts: readonly Part[], wholes: ReadonlyMap<FormName, Whole>, input: RoundInput): Changes {
  const comparisons = parts.flatMap(({ institution, form, result }): Comparison[] =>
    (result?.indices ?? []).flatMap((index) => {
      const [past] = pastOf(input.earlier.get(institution.id) ?? [], form, index);
      const variance = wholes.get(form)?.variance(index.index);
      if (!past || !result || variance === undefined) return [];
      const now = measured(index, result.participants / result.invited);
      const before = measured(past.found, past.rate);
      return [{ institution: institution.id, form, index: index.index, now, before, variance }];
    }),
  );
  const { drift, compared } = compareRounds(comparisons);
  const named = new Map(
    compared.map(({ comparison: { institution, form, index }, change }) => [`${institution} ${form} ${index}`, change]),
  );
  return { drift, of: (institution, form, index) => named.get(`${institution} ${form} ${index}`) };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const rounded = (change: Change | "cannot-tell"): Change | "cannot-tell" =>
  change === "cannot-tell"
    ? change
    : { ...change, by: tenth(change.by), low: tenth(change.low), high: tenth(change.high) };

interface Beside {
  readonly part: Part;
  readonly whole: Whole | undefined;
  readonly changes: Changes;
  readonly earlier: readonly Release[];
}

function indexBeside(index: IndexResult, { part, whole, changes, earlier }: Beside): IndexBeside {
  const { drift } = changes;
  const variance = whole?.variance(index.index) ?? USUAL_VARIANCE;
  const margin = (one: IndexResult): number =>
    tenth(marginOf({ mean: one.value, n: one.base, noiseVariance: one.noiseVariance }, { variance, drift }));
  const change = changes.of(part.institution.id, part.form, index.index);
  const beside = whole?.isOfSeveral ? whole.result.indices : [];
  const municipality = beside.find((one) => one.index === index.index)?.value;
  const past: PastIndex[] = pastOf(earlier, part.form, index)
    .slice(0, MOST_PAST)
    .map(({ release: { roundId, roundTitle: title, closedOn }, found }) => ({
      roundId,
      title,
      closedOn,
      value: found.value,
      margin: margin(found),
    }))
    .reverse();
  return {
    ...index,
    ...(municipality !== undefined && { municipality }),
    margin: margin(index),
    ...(change && { change: rounded(change) }),
    past,
  };
}

const namesOf = (groups: readonly Group[], ids: readonly string[]): string[] =>
  groups
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other, "da"));

const bounds = ({ value, low, high }: Share): Bounds => [value, low, high];

/** A leaf's figures without the words that stand with its institution's. */
function leafFigures({ invited, participants, indices, questions }: FormResult): Omit<LeafResult, "names"> {
  return {
    invited,
    participants,
    indices: indices.map(({ index, ...share }) => ({ index, share: bounds(share) })),
    questions: questions
      .filter(({ choices }) => choices.length > 0)
      .map(({ id, choices, favourable }) => ({
        id,
        choices: choices.map(({ share }) => bounds(share)),
        ...(favourable && { favourable: bounds(favourable) }),
      })),
  };
}

function leavesOf({ table, form, groups, hidden }: Part, { scoringKey, round }: RoundInput): LeafResult[] {
  if (!table || hidden || !round.leaves || table.leaves.length < 2) return [];
  const { epsilonPermille } = table;
  return table.leaves
    .filter((leaf) => responseOf(leaf.participants, leaf.invited) !== "only-rate")
    .map((leaf) => ({
      names: namesOf(groups, leaf.groups),
      ...leafFigures(formResult(scoringKey(form), { form, epsilonPermille, leaves: [leaf], wholes: [] }, leaf.invited)),
    }));
}

function heardOf({ table, form, groups, invited }: Part): HeardLeaf[] {
  const told = (count: number) => (count >= FLOORS.participants ? { participants: count } : {});
  if (!table)
    return [
      {
        form,
        names: namesOf(
          groups,
          groups.map(({ id }) => id),
        ),
        invited,
      },
    ];
  return table.leaves.map((leaf) => ({
    form,
    names: namesOf(groups, leaf.groups),
    invited: Math.max(leaf.invited, leaf.participants),
    ...told(leaf.participants),
  }));
}

function formRelease(beside: Beside, input: RoundInput): FormRelease {
  const { form, invited, table, hidden, result } = beside.part;
  const participants = sum((table?.leaves ?? []).map((leaf) => leaf.participants));
  return {
    form,
    invited: Math.max(invited, participants),
    ...(participants >= FLOORS.participants && { participants }),
    response: responseOf(participants, invited),
    ...(hidden && { hidden }),
    questions: result?.questions ?? [],
    indices: (result?.indices ?? []).map((index) => indexBeside(index, beside)),
    ...(result?.hardship && { hardship: result.hardship }),
    leaves: leavesOf(beside.part, input),
  };
}

/** Of the forms whose children were counted by themselves: how many took part among the small ones of an area nobody is told. */
function heardOfCounted(parts: readonly Part[]): { invited: number; participants: number } {
  const counted = parts.filter(({ hidden }) => hidden !== "with-area");
  return {
    invited: sum(counted.map(({ invited }) => invited)),
    participants: sum(counted.flatMap(({ table }) => (table?.leaves ?? []).map((leaf) => leaf.participants))),
  };
}

function releaseOf(
  institution: Institution,
  parts: readonly Part[],
  { input, wholes, changes }: { input: RoundInput; wholes: ReadonlyMap<FormName, Whole>; changes: Changes },
): Unhashed {
  const { round } = input;
  const earlier = input.earlier.get(institution.id) ?? [];
  const forms = parts.map((part) => formRelease({ part, whole: wholes.get(part.form), changes, earlier }, input));
  const taken = sum(parts.map(({ table }) => sum((table?.leaves ?? []).map((leaf) => leaf.participants))));
  const invited = sum(forms.map((form) => form.invited));
  const shown = parts.flatMap(({ form, result }) => {
    const whole = wholes.get(form);
    return result ? [{ own: result, ...(whole?.isOfSeveral && { municipality: whole.result }) }] : [];
  });
  const told = forms.flatMap(({ indices }) => indices.flatMap(({ change }) => (change ? [change] : [])));
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
    epsilonPermille: input.tables[0]?.epsilonPermille ?? EPSILON_PERMILLE,
    invited,
    ...(taken >= FLOORS.participants && { participants: taken }),
    isMoreThanInvited: parts.some(({ table }) =>
      (table?.leaves ?? []).some((leaf) => leaf.participants > leaf.invited),
    ),
    response: responseOf(taken, invited),
    heard: parts.flatMap(heardOf),
    findings: findingsOf({
      forms: shown,
      changes: told.filter((change) => change !== "cannot-tell"),
      isFirstTime: told.length === 0,
      ...heardOfCounted(parts),
    }),
    forms,
  };
}

/**
 * One for each institution of the round, in the order given. It takes long for many: where it stops between two steps
 * others may have their turns, with nothing to give yet.
 */
export function* computeReleases(input: RoundInput): Generator<Unhashed | undefined> {
  const wholes = new Map<FormName, Whole>();
  for (const form of FORM_NAMES) {
    const whole = wholeOf(input, form);
    if (whole) wholes.set(form, whole);
    yield undefined;
  }
  const parts = new Map<string, Part[]>();
  for (const institution of input.institutions) {
    parts.set(institution.id, partsOf(input, institution));
    yield undefined;
  }
  const changes = changesOf([...parts.values()].flat(), wholes, input);
  for (const institution of input.institutions)
    yield releaseOf(institution, parts.get(institution.id) ?? [], { input, wholes, changes });
}
