/** An institution closes, or its groups go over to another: all of it at once. What is known of it from before stays. */
import { dayAt } from "#surveys/paper/calendar";
import type { Actor } from "../accounts/contract";
import { may } from "../permissions/contract";
import type { Clock } from "../lib/clock";
import { newGroupCode, newId, sha256 } from "../lib/ids";
import { problems } from "../lib/problem";
import type { Staged } from "./change-store";
import type { Group, Institution, Versioned } from "./contract";
import type { Changes } from "./create-changes";
import type { Close, Merge } from "./forms";
import { isOpen, plainName } from "./rules";
import type { OrganisationStore } from "./store";

/** Administrators only; throws what editing by hand throws, and `organisation.busy` while an import is made ready. */
export interface OrganisationClosing {
  /** Its groups end as well. What has begun in an open round goes on there. */
  closeInstitution(actor: Actor, id: string, given: Close): Promise<void>;
  /** Its groups end, and the other institution gets groups of the same names. */
  mergeInstitution(actor: Actor, id: string, given: Merge): Promise<void>;
}

interface ClosingDeps {
  readonly store: OrganisationStore;
  readonly changes: Changes;
  readonly clock: Clock;
}

interface Closing {
  readonly change: string;
  readonly institution: Versioned<Institution>;
  readonly groups: readonly Versioned<Group>[];
  readonly today: string;
}

const groupEnds = (group: Versioned<Group>, closedOn: string): Staged => ({
  of: "groups",
  id: group.id,
  isNew: false,
  version: group.version,
  fields: { closedOn },
});

function ends({ institution, groups, today }: Closing, mergedInto?: string): Staged[] {
  const { id, version } = institution;
  const fields = { closedOn: today, ...(mergedInto !== undefined && { mergedInto }) };
  return [
    { of: "institutions", id, isNew: false, version, fields },
    ...groups.filter(isOpen).map((group) => groupEnds(group, today)),
  ];
}

function goesOver({ change, institution, groups }: Closing, into: string, there: readonly Group[]): Staged[] {
  const names = new Set(there.filter(isOpen).map(({ name }) => plainName(name)));
  return groups.filter(isOpen).map(({ id, name: known, band, childCount, isSpecialClass, isLeaving }) => {
    const name = names.has(plainName(known)) ? `${known} (${institution.name})` : known;
    const kept = { band, childCount, ...(isSpecialClass && { isSpecialClass }), ...(isLeaving && { isLeaving }) };
    const document = { ...kept, institutionId: into, name, code: newGroupCode() };
    return { of: "groups", id: sha256(`${change}:${id}`).slice(0, 32), isNew: true, document };
  });
}

export function createClosing({ store, changes, clock }: ClosingDeps): OrganisationClosing {
  async function find(change: string, id: string, version: number): Promise<Closing> {
    const { institutions, groups } = await store.listTogether({ groupsOf: id });
    const institution = institutions.find((one) => one.id === id);
    if (!institution) throw problems.institution.notFound();
    if (institution.version !== version || !isOpen(institution)) throw problems.institution.changed();
    return { change, institution, groups, today: dayAt(clock.now()) };
  }
  async function run(actor: Actor, plan: (change: string) => Promise<readonly Staged[]>): Promise<void> {
    if (!may(actor, "organisation.change") || actor.kind !== "user") throw problems.request.notFound();
    const id = newId();
    await changes.runAtOnce({ id, by: actor.displayName, byId: actor.id, plan: () => plan(id) });
  }
  return {
    closeInstitution: (actor, id, { version }) => run(actor, async (change) => ends(await find(change, id, version))),
    mergeInstitution: (actor, id, { version, into }) =>
      run(actor, async (change) => {
        const closing = await find(change, id, version);
        const [other] = into === id ? [] : await store.listInstitutions([into]);
        if (!other || !isOpen(other)) throw problems.organisation.unfit("into");
        return [...ends(closing, into), ...goesOver(closing, into, await store.listGroupsOf([into]))];
      }),
  };
}
