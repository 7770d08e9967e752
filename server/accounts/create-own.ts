/** What people do with their own account: a password by a code, a new one, a forgotten one, and where they are signed in. */
import { hash, verify } from "@node-rs/argon2";
import type { Locale } from "#surveys/paper/local-text";
import { sha256 } from "../lib/ids";
import { problems } from "../lib/problem";
import { may } from "../permissions/contract";
import type { Actor, OwnSession } from "./contract";
import type { CodeDeps } from "./create-codes";
import { sendCode, useCode } from "./create-codes";
import { ARGON2ID, isSessionAlive } from "./rules";
import type { StoredUser } from "./store";
import type { SignInThrottle } from "./throttle";

interface ByCode {
  readonly code: string;
  readonly password: string;
  readonly address: string;
}

interface Forgotten {
  /** A user name or an address of mail. */
  readonly name: string;
  readonly address: string;
  readonly locale: Locale;
  readonly origin: string;
}

export interface OwnService {
  /** Sets a password by a one-time code and begins a session. Throws `account.codeUnknown` and `request.tooMany`. */
  acceptCode(given: ByCode): Promise<{ token: string; actor: Actor }>;
  /** Sends a way back in to whoever has an address here; says nothing of whether anybody does. Throws `request.tooMany`. */
  forgotPassword(given: Forgotten): Promise<void>;
  /** Other sessions end. Throws `account.passwordWrong` and `request.tooMany`. */
  changePassword(
    actor: Actor,
    given: { readonly current: string; readonly password: string; readonly address: string; readonly token: string },
  ): Promise<void>;
  /** The one asked from first. */
  listSessions(actor: Actor, token: string): Promise<readonly OwnSession[]>;
  endOtherSessions(actor: Actor, token: string): Promise<void>;
}

interface OwnDeps extends CodeDeps {
  readonly throttle: SignInThrottle;
  readonly beginSession: (user: StoredUser) => Promise<{ token: string; actor: Actor }>;
}

export function createOwn(deps: OwnDeps): OwnService {
  const { store, clock, throttle, beginSession } = deps;
  async function own(actor: Actor): Promise<StoredUser> {
    const user = actor.kind === "user" && may(actor, "account.own") ? await store.findUser(actor.id) : null;
    if (!user) throw problems.request.notFound();
    return user;
  }
  return {
    acceptCode: async (given) => beginSession(await useCode(deps, given)),
    async forgotPassword({ name: typed, address, locale, origin }) {
      const name = typed.trim().toLowerCase();
      // Counted like a wrong password: who asks for many is slowed down, and learns nothing by it.
      await throttle
        .guess({ name: `forgotten ${name}`, address }, () => Promise.reject(problems.account.signInFailed()))
        .catch((error: unknown) => {
          if ((error as { code?: string }).code !== "account.signInFailed") throw error;
        });
      const user = (await store.findUserByName(name)) ?? (await store.findUserByEmail(name));
      if (!user?.email || user.state) return;
      await sendCode(deps, user, { way: "mail", locale, origin, purpose: "reset" });
    },
    async changePassword(actor, { current, password, address, token }) {
      const user = await own(actor);
      await throttle
        .guess({ name: user.name, address }, async () => {
          if (!(await verify(user.passwordHash, current))) throw problems.account.signInFailed();
        })
        .catch((error: unknown) => {
          throw (error as { code?: string }).code === "account.signInFailed" ? problems.account.passwordWrong() : error;
        });
      await store.setPassword(user.name, await hash(password, ARGON2ID));
      await store.deleteCodesOf(user._id);
      await store.deleteOtherSessions(user._id, sha256(token));
    },
    async listSessions(actor, token) {
      const user = await own(actor);
      const mine = sha256(token);
      const now = clock.now();
      const alive = (await store.listSessionsOf(user._id)).filter((one) => isSessionAlive(one, user.role, now));
      return alive
        .map(({ _id, startedAt, seenAt }) => ({
          startedAt: startedAt.toISOString(),
          seenAt: seenAt.toISOString(),
          isThis: _id === mine,
        }))
        .sort((one, other) => Number(other.isThis) - Number(one.isThis));
    },
    async endOtherSessions(actor, token) {
      const user = await own(actor);
      await store.deleteOtherSessions(user._id, sha256(token));
    },
  };
}
