/** What is done with what children said: proposed, under way, done or dropped, each institution's own. */
import { dayAt } from "#surveys/paper/calendar";
import type { Actor } from "../accounts/contract";
import type { Permission } from "../permissions/contract";
import { may } from "../permissions/contract";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { Institution } from "../organisation/contract";
import type { Release } from "../releases/contract";
import type { About, Action, ListedAction } from "./contract";
import type { ChangedAction, NewAction } from "./forms";
import { byStateAndDay, effectOf, isOverdue, lackOf, mayBecome } from "./rules";
import type { ActionStore } from "./store";

export interface ActionService {
  /**
   * An institution's actions, in the order of its board; of one round where it is named. Throws `institution.notFound` outside
   * the actor's scope.
   */
  list(actor: Actor, asked: { readonly institutionId: string; readonly roundId?: string }): Promise<ListedAction[]>;
  /** The same form twice is one action. Throws `institution.notFound`, `release.notFound` and `action.incomplete`. */
  add(actor: Actor, institutionId: string, given: NewAction): Promise<void>;
  /**
   * Words and state together. Throws `institution.notFound`, `action.notFound`, `action.incomplete` where the step lacks
   * something, and `action.changed` where somebody else was there first.
   */
  change(actor: Actor, institutionId: string, given: ChangedAction): Promise<void>;
}

export interface ActionDeps {
  readonly store: ActionStore;
  readonly clock: Clock;
  readonly getInstitution: (actor: Actor, id: string) => Promise<Institution>;
  /** Oldest first. */
  readonly listReleases: (institutionId: string) => Promise<Release[]>;
}

function aboutOf({ round, form, index }: NewAction): About | undefined {
  if (round === undefined) return undefined;
  return { roundId: round, ...(form && { form }), ...(index && { index }) };
}

export function createActionService({ store, clock, getInstitution, listReleases }: ActionDeps): ActionService {
  async function reach(actor: Actor, permission: Permission, institutionId: string): Promise<void> {
    if (!may(actor, permission)) throw problems.institution.notFound();
    await getInstitution(actor, institutionId);
  }
  const today = () => dayAt(clock.now());

  return {
    async list(actor, { institutionId, roundId }) {
      await reach(actor, "action.list", institutionId);
      const all = await store.list(institutionId);
      const own = roundId === undefined ? all : all.filter(({ about }) => about?.roundId === roundId);
      const releases = own.some(({ about }) => about?.index) ? await listReleases(institutionId) : [];
      return own.toSorted(byStateAndDay).map((action) => {
        const effect = effectOf(action, releases);
        return { ...action, isOverdue: isOverdue(action, today()), ...(effect && { effect }) };
      });
    },
    async add(actor, institutionId, given) {
      await reach(actor, "action.write", institutionId);
      const { id, round, what, who, due, reason, triggers, affects, maintains } = given;
      const fields = { what, who, due, reason, triggers, affects, maintains };
      const lack = lackOf(fields, "underway");
      if (lack) throw problems.action.incomplete(lack);
      const about = aboutOf(given);
      if (about && !(await listReleases(institutionId)).some(({ roundId }) => roundId === round))
        throw problems.release.notFound();
      const on = { createdOn: today(), since: today(), version: 1 };
      const origin = { kind: "leader" } as const;
      await store.insert({ ...fields, id, institutionId, ...(about && { about }), origin, state: "underway", ...on });
    },
    async change(actor, institutionId, { id, version, to, ...fields }) {
      await reach(actor, "action.write", institutionId);
      const found = await store.find(institutionId, id);
      if (!found) throw problems.action.notFound();
      if (found.version !== version) throw problems.action.changed();
      if (!mayBecome(found.state, to)) throw problems.action.changed();
      const lack = lackOf(fields, to);
      if (lack) throw problems.action.incomplete(lack);
      const since = to === found.state ? found.since : today();
      const changed: Action = { ...found, ...fields, state: to, since, version: version + 1 };
      if (!(await store.replace(changed))) throw problems.action.changed();
    },
  };
}
