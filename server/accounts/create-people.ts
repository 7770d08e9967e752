/** People, as administrators keep them: invited, changed, suspended, let back in, and removed with somebody to take over. */
import { hash } from "@node-rs/argon2";
import type { Actor, CodeLetter, ListedPerson, Reachable, Role } from "./contract";
import type { RecordDeed } from "../audit/service";
import type { Area, Institution } from "../organisation/contract";
import { newId, newToken } from "../lib/ids";
import { problems } from "../lib/problem";
import type { Permission } from "../permissions/contract";
import { may } from "../permissions/contract";
import type { CodeDeps, Sending } from "./create-codes";
import { sendCode } from "./create-codes";
import type { ChangedPerson, Invitation } from "./forms";
import { ARGON2ID, nameFrom } from "./rules";
import type { StoredUser } from "./store";

export interface PeopleService {
  /** Administrators only (`request.notFound` for others). */
  listPeople(actor: Actor): Promise<readonly ListedPerson[]>;
  /** All institutions and areas, alphabetically. Throws as `listPeople`. */
  listReachable(actor: Actor): Promise<Reachable>;
  /** Throws as `listPeople`, and `account.notFound`. */
  getPerson(actor: Actor, id: string): Promise<ListedPerson>;
  /** Throws as `listPeople`, `account.nameTaken`, and `account.incomplete` where the role or the way lacks something. */
  invite(actor: Actor, given: Invitation, sending: Omit<Sending, "way">): Promise<CodeLetter | undefined>;
  /** Throws as `getPerson`, `account.incomplete`, and `account.lastAdministrator`. */
  changePerson(actor: Actor, id: string, given: ChangedPerson): Promise<void>;
  /** Throws as `getPerson`, and `account.lastAdministrator`. */
  suspend(actor: Actor, id: string): Promise<void>;
  resume(actor: Actor, id: string): Promise<void>;
  /** A new code: an invitation once more, or a way back in. Throws as `getPerson`, and `account.incomplete`. */
  renewCode(actor: Actor, id: string, sending: Sending): Promise<CodeLetter | undefined>;
  /**
   * `successorId`, of the same role, gets what was theirs. Throws as `getPerson`, `account.incomplete`, and
   * `account.lastAdministrator`.
   */
  remove(actor: Actor, id: string, successorId?: string): Promise<void>;
}

interface PeopleDeps extends Omit<CodeDeps, "codes"> {
  readonly record: RecordDeed;
  readonly listInstitutions: () => Promise<readonly Institution[]>;
  readonly listAreas: (ids: readonly string[]) => Promise<readonly Area[]>;
  /** Puts one editor in another's place, in rounds that are not sealed. */
  readonly replaceEditor: (from: string, to: string) => Promise<void>;
}

/** What each role needs to have something to see. */
const NEEDS: Readonly<Partial<Record<Role, "institutionIds" | "areaIds" | "groupIds">>> = {
  leader: "institutionIds",
  "area-head": "areaIds",
  helper: "groupIds",
};

type Reach = Pick<ChangedPerson, "role" | "institutionIds" | "areaIds" | "groupIds">;

/** Without what the role has no use for. Throws `account.incomplete`. */
function reachOf({ role, institutionIds, areaIds, groupIds }: Reach) {
  const need = NEEDS[role];
  if (need && { institutionIds, areaIds, groupIds }[need].length === 0) throw problems.account.incomplete();
  return {
    role,
    institutionIds: role === "leader" || role === "editor" ? institutionIds : [],
    areaIds: role === "area-head" ? areaIds : undefined,
    groupIds: role === "helper" ? groupIds : undefined,
  };
}

function listed({ _id: id, state, ...user }: Omit<StoredUser, "passwordHash">): ListedPerson {
  const { name, displayName, role, institutionIds, areaIds, groupIds, email } = user;
  return {
    id,
    name,
    displayName,
    role,
    institutionIds,
    ...(areaIds && { areaIds }),
    ...(groupIds && { groupIds }),
    state: state ?? "active",
    ...(email && { email }),
  };
}

const danish = new Intl.Collator("da");

const together = (one: readonly string[] = [], other: readonly string[] = []) => [...new Set([...one, ...other])];

function createGate({ store }: Pick<PeopleDeps, "store">) {
  const check = (actor: Actor, permission: Permission) => {
    if (!may(actor, permission)) throw problems.request.notFound();
  };
  return {
    check,
    async load(actor: Actor, id: string, permission: Permission = "account.change"): Promise<StoredUser> {
      check(actor, permission);
      const user = await store.findUser(id);
      if (!user) throw problems.account.notFound();
      return user;
    },
    /**
     * Does it, and takes it back where nobody would be administrator any more. In this order: of two administrators who
     * remove each other at the same moment, both are told that it cannot be.
     */
    async keepingOne(user: StoredUser, act: () => Promise<unknown>, undo: () => Promise<unknown>): Promise<void> {
      await act();
      if (user.role !== "administrator" || (await store.countAdministrators()) > 0) return;
      await undo();
      throw problems.account.lastAdministrator();
    },
  };
}

async function invite(
  deps: PeopleDeps,
  { displayName, email, way, ...reach }: Invitation,
  sending: Omit<Sending, "way">,
): Promise<CodeLetter | undefined> {
  if (way === "mail" && !email) throw problems.account.incomplete();
  const { areaIds, groupIds, ...rest } = reachOf(reach);
  const some = { ...(areaIds && { areaIds }), ...(groupIds && { groupIds }), ...(email && { email }) };
  const base = email ?? nameFrom(displayName);
  const passwordHash = await hash(newToken(), ARGON2ID);
  const person = { _id: newId(), displayName, ...rest, ...some, passwordHash, state: "invited" } as const;
  // Two of the same name are told apart by a number; two of one mail are one person.
  for (let count = 1; count < 100; count += 1) {
    const user = { ...person, name: count === 1 ? base : `${base}${count}` };
    if (await deps.store.insertUser(user)) return sendCode(deps, user, { ...sending, way, purpose: "invitation" });
    if (email) break;
  }
  throw problems.account.nameTaken();
}

/** Before anybody is removed: a crash in between leaves two who have it, never nobody. Throws `account.incomplete`. */
async function handOver({ store, replaceEditor }: PeopleDeps, from: StoredUser, to: StoredUser): Promise<void> {
  if (to._id === from._id || to.role !== from.role || to.state === "suspended") throw problems.account.incomplete();
  await store.updateUser(to._id, {
    institutionIds: together(to.institutionIds, from.role === "leader" ? from.institutionIds : []),
    ...(from.areaIds && { areaIds: together(to.areaIds, from.areaIds) }),
    ...(from.groupIds && { groupIds: together(to.groupIds, from.groupIds) }),
  });
  if (from.role === "editor") await replaceEditor(from._id, to._id);
}

async function findReachable({ listInstitutions, listAreas }: PeopleDeps): Promise<Reachable> {
  const institutions = await listInstitutions();
  const areas = await listAreas([...new Set(institutions.map(({ areaId }) => areaId))]);
  const named = ({ id, name }: Area) => ({ id, name });
  const byName = (one: Area, other: Area) => danish.compare(one.name, other.name);
  return { institutions: institutions.map(named).sort(byName), areas: areas.map(named).sort(byName) };
}

export function createPeople(deps: PeopleDeps): PeopleService {
  const { store } = deps;
  const { check, load, keepingOne } = createGate(deps);
  const restore = ({ _id, ...fields }: StoredUser) => store.updateUser(_id, { state: undefined, ...fields });

  async function shutOut(user: StoredUser): Promise<void> {
    const { _id: id } = user;
    await keepingOne(
      user,
      () => store.updateUser(id, { state: "suspended" }),
      () => restore(user),
    );
    await store.deleteCodesOf(id);
    await store.deleteSessionsOf(id);
  }

  return {
    async listPeople(actor) {
      check(actor, "account.list");
      const people = (await store.listUsers()).map(listed);
      return people.sort((one, other) => danish.compare(one.displayName, other.displayName));
    },
    async listReachable(actor) {
      check(actor, "account.list");
      return findReachable(deps);
    },
    getPerson: async (actor, id) => listed(await load(actor, id, "account.list")),
    async invite(actor, ...given) {
      check(actor, "account.change");
      return invite(deps, ...given);
    },
    async changePerson(actor, id, { displayName, email, ...reach }) {
      const user = await load(actor, id);
      const fields = { displayName, email, ...reachOf(reach) };
      await keepingOne(
        user,
        () => store.updateUser(id, fields),
        () => restore(user),
      );
    },
    suspend: async (actor, id) => shutOut(await load(actor, id)),
    async resume(actor, id) {
      const { state } = await load(actor, id);
      if (state === "suspended") await store.updateUser(id, { state: undefined });
    },
    async renewCode(actor, id, sending) {
      const user = await load(actor, id);
      if (user.state === "suspended") throw problems.account.incomplete();
      return sendCode(deps, user, { ...sending, purpose: user.state === "invited" ? "invitation" : "reset" });
    },
    async remove(actor, id, successorId) {
      const user = await load(actor, id);
      if (successorId !== undefined) await handOver(deps, user, await load(actor, successorId));
      await shutOut(user);
      await store.deleteUser(id);
    },
  };
}
