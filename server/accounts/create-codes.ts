/**
 * One-time codes: an invitation, or a way back in. Only their hash is kept. They go by mail, behind the `#` of a link, or are
 * shown once to be printed; looking at a link changes nothing.
 */
import { hash } from "@node-rs/argon2";
import type { RecordDeed } from "../audit/service";
import type { Locale } from "#surveys/paper/local-text";
import type { Clock } from "../lib/clock";
import { addDays } from "../lib/clock";
import { newPassword, sha256 } from "../lib/ids";
import { problems } from "../lib/problem";
import type { NewMail } from "../mail/contract";
import type { CodeLetter, CodeWay } from "./contract";
import { ARGON2ID, CODE_LIVES_DAYS, readCode } from "./rules";
import type { CodePurpose } from "./rules";
import type { AccountStore, StoredUser } from "./store";
import type { CodeThrottle } from "./throttle";
import { codeMessage } from "./code-words";

export interface CodeDeps {
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly record: RecordDeed;
  readonly codes: CodeThrottle;
  readonly sendMail: (mail: NewMail) => Promise<void>;
}

export interface Sending {
  readonly way: CodeWay;
  readonly locale: Locale;
  /** Of this site, for the link. */
  readonly origin: string;
}

type CodeUser = Pick<StoredUser, "_id" | "name" | "displayName" | "email">;

/** Earlier codes of the same person are over. A letter is given back, to be shown once. */
export async function sendCode(
  { store, clock, sendMail }: Pick<CodeDeps, "store" | "clock" | "sendMail">,
  { _id: userId, name, displayName, email }: CodeUser,
  { way, locale, origin, purpose }: Sending & { readonly purpose: CodePurpose },
): Promise<CodeLetter | undefined> {
  if (way === "mail" && !email) throw problems.account.incomplete();
  const code = newPassword();
  const expiresAt = addDays(clock.now(), CODE_LIVES_DAYS[purpose]);
  await store.deleteCodesOf(userId);
  await store.deleteCodesBefore(clock.now());
  await store.insertCode({ _id: sha256(readCode(code)), userId, purpose, expiresAt });
  if (way === "letter" || !email)
    return { code, person: { id: userId, displayName, name }, expiresAt: expiresAt.toISOString() };
  const message = codeMessage(purpose, { displayName, name, url: `${origin}/kode#${code}`, locale });
  await sendMail({ to: email, locale, kind: purpose, message });
  return undefined;
}

/** Sets a password by a code, which is used up by it. Resolves with whose it is. Throws `account.codeUnknown`. */
export async function useCode(
  { store, clock, record, codes }: CodeDeps,
  { code: typed, password, address }: { readonly code: string; readonly password: string; readonly address: string },
): Promise<StoredUser> {
  const id = sha256(readCode(typed));
  const found = await store.findCode(id, clock.now());
  const user = found && (await store.findUser(found.userId));
  if (!user || user.state === "suspended") return codes.refuseUnknown(address);
  const passwordHash = await hash(password, ARGON2ID);
  const by = { kind: "user", id: user._id, role: user.role } as const;
  return record({ actor: by, verb: "account.code", subject: { kind: "user", id: user._id } }, async () => {
    if (!(await store.useCode(id))) throw problems.account.codeUnknown();
    await store.updateUser(user._id, { passwordHash, state: undefined });
    await store.deleteSessionsOf(user._id);
    return { ...user, state: undefined };
  });
}
