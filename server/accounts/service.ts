/** Signing in and out, and who a session's token stands for. */
import { hash, verify } from "@node-rs/argon2";
import { auditActorOf } from "../audit/rules";
import type { RecordDeed } from "../audit/service";
import type { Clock } from "../lib/clock";
import { newToken, sha256 } from "../lib/ids";
import { problems } from "../lib/problem";
import type { Actor, Person } from "./contract";
import type { NewUser } from "./forms";
import { NOBODY } from "./contract";
import type { CodeDeps } from "./create-codes";
import type { OwnService } from "./create-own";
import { createOwn } from "./create-own";
import { createUsers } from "./create-users";
import { ARGON2ID, IDLE_MS, isSessionAlive, isTouchDue } from "./rules";
import type { AccountStore, StoredUser } from "./store";
import type { CodeThrottle, SignInThrottle } from "./throttle";

interface SignInInput {
  readonly name: string;
  readonly password: string;
  readonly address: string;
  /** Of the session this browser had until now: it ends. */
  readonly formerToken?: string;
}

export interface AccountService extends OwnService {
  /** Throws `account.signInFailed` (the same for an unknown name) or `request.tooMany`. `token` goes into the cookie. */
  signIn(input: SignInInput): Promise<{ token: string; actor: Actor }>;
  /** The actor of a session that has not idled out; using it keeps it alive. */
  findActor(token: string): Promise<Actor>;
  signOut(token: string): Promise<void>;
  /** Throws `account.nameTaken`, or `request.malformed` for a user that is not one. */
  addUser(user: NewUser): Promise<void>;
  /** Ends the sessions begun with the old one. False when there is no such user. */
  setPassword(name: string, password: string): Promise<boolean>;
}

function personOf({ _id: id, name, displayName, role, institutionIds, areaIds, groupIds }: StoredUser): Person {
  return { id, name, displayName, role, institutionIds, ...(areaIds && { areaIds }), ...(groupIds && { groupIds }) };
}

interface Needs {
  readonly store: AccountStore;
  readonly throttle: SignInThrottle;
  readonly codes: CodeThrottle;
  readonly clock: Clock;
  readonly record: RecordDeed;
  readonly sendMail: CodeDeps["sendMail"];
  /** Ids of the institutions in these areas. */
  readonly listInstitutionsIn: (areaIds: readonly string[]) => Promise<readonly string[]>;
}

/** Who was invited has no password yet, and who is suspended must not use one. */
const isShutOut = ({ state }: StoredUser): boolean => state !== undefined;

export function createAccountService(needs: Needs): AccountService {
  const { store, throttle, clock, record, listInstitutionsIn } = needs;
  // Verified when the name is unknown, so that it takes as long as when it is known.
  const decoy = hash(newToken(), ARGON2ID);

  /** An area's institutions are looked up whenever its head acts: they change without it. */
  async function actorOf(user: StoredUser): Promise<Actor> {
    const person = personOf(user);
    if (person.role !== "area-head") return { kind: "user", ...person };
    return { kind: "user", ...person, institutionIds: await listInstitutionsIn(person.areaIds ?? []) };
  }

  async function check(name: string, password: string): Promise<StoredUser> {
    const user = (await store.findUserByName(name)) ?? (await store.findUserByEmail(name));
    const isRight = await verify(user?.passwordHash ?? (await decoy), password);
    if (!user || !isRight || isShutOut(user)) throw problems.account.signInFailed();
    return user;
  }

  const recordBy = <T>(actor: Actor, verb: string, act: () => Promise<T>) => {
    const by = auditActorOf(actor);
    return by ? record({ actor: by, verb, subject: { kind: "user", id: by.id ?? "" } }, act) : act();
  };
  async function beginSession(user: StoredUser) {
    const token = newToken();
    const now = clock.now();
    const actor = await actorOf(user);
    await store.deleteSessionsIdleSince(new Date(now.getTime() - IDLE_MS));
    const session = { _id: sha256(token), userId: user._id, startedAt: now, seenAt: now };
    await recordBy(actor, "session.begin", () => store.insertSession(session));
    return { token, actor };
  }

  return {
    async signIn({ name: typed, password, address, formerToken }) {
      const name = typed.trim().toLowerCase();
      const user = await throttle.guess({ name, address }, () => check(name, password));
      if (formerToken) await store.deleteSession(sha256(formerToken));
      return beginSession(user);
    },
    async findActor(token) {
      const session = await store.findSession(sha256(token));
      const now = clock.now();
      const user = session && (await store.findUser(session.userId));
      if (!user || isShutOut(user) || !isSessionAlive(session, user.role, now)) return NOBODY;
      if (isTouchDue(session, now)) await store.touchSession(session._id, now);
      return actorOf(user);
    },
    async signOut(token) {
      const id = sha256(token);
      const session = await store.findSession(id);
      const user = session && (await store.findUser(session.userId));
      if (user) await recordBy(await actorOf(user), "session.end", () => store.deleteSession(id));
      else await store.deleteSession(id);
    },
    ...createUsers({ store, record }),
    ...createOwn({ ...needs, beginSession }),
  };
}
