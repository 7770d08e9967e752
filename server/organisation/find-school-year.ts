/**
 * A new school year: what it would make of every group, changed by hand where somebody wants it otherwise, and then all of it at
 * once, once a year.
 */
import { dayAt } from "#surveys/paper/calendar";
import type { Actor } from "../accounts/contract";
import type { Permission } from "../permissions/contract";
import { may } from "../permissions/contract";
import type { Clock } from "../lib/clock";
import { newId } from "../lib/ids";
import { problems } from "../lib/problem";
import type { ChangeState, Staged } from "./change-store";
import type { Group, NextStep, NextYearPage, SchoolYearPage, Versioned } from "./contract";
import type { Changes } from "./create-changes";
import type { NextGroups, SchoolYearDeed } from "./forms";
import { alphabetically, isOpen } from "./rules";
import { keptNext, nextYearOf, schoolYearAt } from "./school-year";
import type { OrganisationStore } from "./store";

/** Administrators only (`request.notFound` for others). */
export interface SchoolYears {
  getSchoolYearPage(actor: Actor): Promise<SchoolYearPage>;
  /** Throws `institution.notFound`. */
  getNextYearPage(actor: Actor, institutionId: string): Promise<NextYearPage>;
  /** Throws `institution.notFound`, and `group.changed` where somebody else was first. */
  changeNextYear(actor: Actor, institutionId: string, given: NextGroups): Promise<void>;
  /**
   * Groups move up, or stay as they are because they have been moved already. Throws `organisation.early`,
   * `organisation.isTaken`, and `organisation.busy` while an import is made ready.
   */
  beginSchoolYear(actor: Actor, given: SchoolYearDeed): Promise<void>;
}

interface SchoolYearDeps {
  readonly store: OrganisationStore;
  readonly changes: Changes;
  readonly clock: Clock;
}

function countsOf(groups: readonly Group[]): Record<NextStep, number> {
  const counts = { up: 0, stays: 0, ends: 0 };
  for (const group of groups) counts[nextYearOf(group).becomes] += 1;
  return counts;
}

/** What it makes of a group; undefined where that is nothing. */
function stagedOf(group: Versioned<Group>, year: number): Staged | undefined {
  const { becomes, name, band } = nextYearOf(group);
  const cleared = { ...(group.next && { next: null }), ...(group.isLeaving && { isLeaving: null }) };
  // The day before the new year.
  const changed = becomes === "ends" ? { closedOn: `${year}-07-31` } : becomes === "up" ? { name, band } : {};
  const fields = { ...changed, ...cleared };
  if (Object.keys(fields).length === 0) return undefined;
  return { of: "groups", id: group.id, isNew: false, version: group.version, fields };
}

type SignedIn = Extract<Actor, { kind: "user" }>;

function standingAt({ schoolYear }: ChangeState, now: Date) {
  const thisYear = schoolYearAt(dayAt(now));
  const hasBegun = schoolYear === undefined || schoolYear < thisYear;
  return { hasBegun, year: hasBegun ? thisYear : thisYear + 1 };
}

function allow(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw problems.request.notFound();
}

async function find({ store }: SchoolYearDeps, institutionId: string) {
  const { institutions, groups } = await store.listTogether({ groupsOf: institutionId, hasAreas: false });
  const institution = institutions.find(({ id }) => id === institutionId);
  if (!institution) throw problems.institution.notFound();
  return { institution, groups: alphabetically(groups.filter(isOpen)) };
}

async function keepNext(deps: SchoolYearDeps, institutionId: string, given: NextGroups): Promise<void> {
  const { groups } = await find(deps, institutionId);
  const known = new Map(groups.map((group) => [group.id, group]));
  for (const { id, version, ...wanted } of given) {
    const group = known.get(id);
    if (group?.version !== version) throw problems.group.changed();
    const next = keptNext(group, wanted);
    const isSame = JSON.stringify(next.next) === JSON.stringify(group.next) && next.isLeaving === group.isLeaving;
    if (!isSame && !(await deps.store.replaceGroup({ ...next, version: version + 1 }))) throw problems.group.changed();
  }
}

async function begin({ store, changes, clock }: SchoolYearDeps, by: SignedIn, { year, do: deed }: SchoolYearDeed) {
  const check = async () => {
    const standing = standingAt(await changes.state(), clock.now());
    if (!standing.hasBegun)
      throw year < standing.year ? problems.organisation.isTaken() : problems.organisation.early();
    if (standing.year !== year) throw problems.organisation.changed();
  };
  await check();
  const plan = async () => {
    // Whoever pressed a moment before has been first.
    await check();
    const { groups } = await store.listTogether({ hasAllGroups: true, hasAreas: false });
    return deed === "skip" ? [] : groups.filter(isOpen).flatMap((group) => stagedOf(group, year) ?? []);
  };
  await changes.runAtOnce({ id: newId(), by: by.displayName, byId: by.id, schoolYear: year, plan });
}

type Overview = Pick<SchoolYearPage, "counts" | "institutions">;

const KEPT_MS = 60_000;

/** Thousands of groups are read once for each edit by hand and each change, and once a minute, not once for each look. */
function createOverview({ store, clock }: SchoolYearDeps) {
  let kept: { readonly key: string; readonly overview: Overview; readonly until: number } | undefined;
  return async function overviewIn({ edits, change = null }: ChangeState): Promise<Overview> {
    const key = `${edits} ${change}`;
    const now = clock.now().getTime();
    if (kept?.key === key && now < kept.until) return kept.overview;
    const { institutions, groups } = await store.listTogether({ hasAllGroups: true, hasAreas: false });
    const open = groups.filter(isOpen);
    const own = new Map<string, Group[]>(institutions.map(({ id }) => [id, []]));
    for (const group of open) own.get(group.institutionId)?.push(group);
    const lines = alphabetically(institutions).map(({ id, name }) => ({
      id,
      name,
      counts: countsOf(own.get(id) ?? []),
    }));
    const overview = {
      counts: countsOf(open),
      institutions: lines.filter(({ counts }) => counts.up + counts.ends > 0),
    };
    kept = { key, overview, until: now + KEPT_MS };
    return overview;
  };
}

export function createSchoolYears(deps: SchoolYearDeps): SchoolYears {
  const { changes, clock } = deps;
  const overview = createOverview(deps);
  return {
    async getSchoolYearPage(actor) {
      allow(actor, "organisation.read");
      const state = await changes.state();
      return { ...standingAt(state, clock.now()), ...(await overview(state)) };
    },
    async getNextYearPage(actor, institutionId) {
      allow(actor, "organisation.read");
      const [{ institution, groups }, state] = await Promise.all([find(deps, institutionId), changes.state()]);
      return {
        year: standingAt(state, clock.now()).year,
        institution: { id: institution.id, name: institution.name },
        groups: groups.map((group) => {
          const { becomes, name: nextName, band: nextBand } = nextYearOf(group);
          return { ...group, becomes, nextName, nextBand };
        }),
      };
    },
    async changeNextYear(actor, institutionId, given) {
      allow(actor, "organisation.change");
      await changes.whileEditing(() => keepNext(deps, institutionId, given));
    },
    async beginSchoolYear(actor, given) {
      allow(actor, "organisation.change");
      if (actor.kind !== "user") throw problems.request.notFound();
      await begin(deps, actor, given);
    },
  };
}
