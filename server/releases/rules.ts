/** Computes the releases of a round from its tables. Pure: arithmetic on tables, numbers of children, and earlier releases. */
import { dayAt, lastDayBefore } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Comparison, Measured } from "#surveys/results/compare-rounds";
import { compareRounds, marginOf } from "#surveys/results/compare-rounds";
import { EPSILON_PERMILLE } from "#surveys/results/draw-table";
import type { Change } from "#surveys/results/findings";
import { findingsOf } from "#surveys/results/findings";
import { FLOORS, responseOf } from "#surveys/results/floors";
import type { FormResult, IndexResult } from "#surveys/results/form-result";
import { formResult, tablesOf } from "#surveys/results/form-result";
import { USUAL_VARIANCE } from "#surveys/results/score-variances";
import type { UnitTable } from "#surveys/results/table";
import type { Index } from "#surveys/scoring/indices";
import type { FormRelease, HeardLeaf, Hidden, IndexBeside, LeafResult, PastIndex, Release, Told } from "./contract";
import type { HardshipOfAreas } from "./area-hardship";
import { hardshipOfAreas } from "./area-hardship";
import { leafFigures } from "./leaf-figures";
import type { RoundInput, Whole } from "./municipality";
import { wholeOf } from "./municipality";

type Unhashed = Omit<Release, "hash">;
type Institution = Told["institutions"][number];
type Group = Told["groups"][number];

const MOST_PAST = 2;
const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** One institution's form: who was asked, and its own table where it has one. */
interface Part {
  readonly institution: Institution;
  readonly form: FormName;
  readonly groups: readonly Group[];
  readonly invited: number;
  readonly participants: number;
  /** Its own; where its children are counted with other small ones there is none. */
  readonly table?: UnitTable;
  readonly hidden?: Hidden;
  readonly result?: FormResult;
}

function hiddenOf({ table, participants, invited }: Part): Hidden | undefined {
  if (participants === 0) return "nobody";
  if (!table) return "with-area";
  return responseOf(participants, invited) === "only-rate" ? "low-response" : undefined;
}

/** A group stands with the form it answered, also when it has moved up since. */
function formOfGroup({ id, band }: Group, own: readonly UnitTable[]): FormName {
  const forms = own.filter(({ leaves }) => leaves.some((leaf) => leaf.groups.includes(id))).map(({ form }) => form);
  return forms.includes(band) ? band : (forms[0] ?? band);
}

function partOf(
  { scoringKey }: RoundInput,
  institution: Institution,
  { form, groups, tables }: { form: FormName; groups: readonly Group[]; tables: readonly UnitTable[] },
): Part {
  const invited = sum(groups.map(({ childCount }) => childCount));
  const participants = sum(tables.map(({ heard }) => heard[institution.id] ?? 0));
  const table = tables.find(({ place }) => place.kind === "institution");
  const bare = { institution, form, groups, invited, participants, ...(table && { table }) };
  const hidden = hiddenOf(bare);
  if (hidden) return { ...bare, hidden };
  const own = table && tablesOf([table]);
  return { ...bare, ...(own && { result: formResult(scoringKey(form), own, invited) }) };
}

function partsOf(input: RoundInput, institution: Institution): Part[] {
  const tables = input.tables.filter(({ heard }) => Object.hasOwn(heard, institution.id));
  const groups = input.groups
    .filter(({ institutionId }) => institutionId === institution.id)
    .map((group) => ({ ...group, band: formOfGroup(group, tables) }));
  const there = new Set([...groups.map(({ band }) => band), ...tables.map((table) => table.form)]);
  return FORM_NAMES.filter((form) => there.has(form)).map((form) => {
    const of = { form, groups: groups.filter(({ band }) => band === form) };
    return partOf(input, institution, { ...of, tables: tables.filter((table) => table.form === form) });
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
  readonly area: FormRelease["areaHardship"] | undefined;
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

function heardOf({ table, form, groups, invited, participants }: Part): HeardLeaf[] {
  const told = (count: number) => (count >= FLOORS.participants ? { participants: count } : {});
  if (!table) {
    const names = namesOf(
      groups,
      groups.map(({ id }) => id),
    );
    return [{ form, names, invited: Math.max(invited, participants), ...told(participants) }];
  }
  return table.leaves.map((leaf) => ({
    form,
    names: namesOf(groups, leaf.groups),
    invited: Math.max(leaf.invited, leaf.participants),
    ...told(leaf.participants),
  }));
}

function formRelease(beside: Beside, input: RoundInput): FormRelease {
  const { form, invited, participants, hidden, result } = beside.part;
  return {
    form,
    invited: Math.max(invited, participants),
    ...(participants >= FLOORS.participants && { participants }),
    response: responseOf(participants, invited),
    ...(hidden && { hidden }),
    questions: result?.questions ?? [],
    indices: (result?.indices ?? []).map((index) => indexBeside(index, beside)),
    ...(result?.hardship && { hardship: result.hardship }),
    ...(result?.hardship && beside.area && { areaHardship: beside.area }),
    leaves: leavesOf(beside.part, input),
  };
}

/** What stands beside every institution's own, made once for all of them. */
interface Computed {
  readonly input: RoundInput;
  readonly wholes: ReadonlyMap<FormName, Whole>;
  readonly changes: Changes;
  readonly areaOf: HardshipOfAreas;
}

function releaseOf(
  institution: Institution,
  parts: readonly Part[],
  { input, wholes, changes, areaOf }: Computed,
): Unhashed {
  const { round } = input;
  const earlier = input.earlier.get(institution.id) ?? [];
  const forms = parts.map((part) => {
    const { form } = part;
    return formRelease({ part, whole: wholes.get(form), changes, earlier, area: areaOf(institution, form) }, input);
  });
  const participants = sum(parts.map((part) => part.participants));
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
    ...(participants >= FLOORS.participants && { participants }),
    isMoreThanInvited: parts.some(
      (part) =>
        part.participants > part.invited || (part.table?.leaves ?? []).some((leaf) => leaf.participants > leaf.invited),
    ),
    response: responseOf(participants, invited),
    heard: parts.flatMap(heardOf),
    findings: findingsOf({
      forms: shown,
      changes: told.filter((change) => change !== "cannot-tell"),
      isFirstTime: earlier.length === 0,
      invited,
      participants,
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
  const areaOf = yield* hardshipOfAreas(input);
  const changes = changesOf([...parts.values()].flat(), wholes, input);
  for (const institution of input.institutions)
    yield releaseOf(institution, parts.get(institution.id) ?? [], { input, wholes, changes, areaOf });
}
