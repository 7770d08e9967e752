/** When a session ends. */
import type { Actor, Role } from "./contract";

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
export const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A session ends after half an hour without a request; of who sees something of one person, after a quarter … */
export const IDLE_MS = 30 * 60_000;
const IDLE_NEAR_PEOPLE_MS = 15 * 60_000;
const NEAR_PEOPLE: readonly Role[] = ["administrator", "editor"];
/** … and after ten hours whatever happens. */
const LONGEST_MS = 10 * 3_600_000;
/** Being seen is written down at most this often. */
const TOUCH_EVERY_MS = 60_000;

interface Times {
  readonly startedAt: Date;
  readonly seenAt: Date;
}

export function isSessionAlive({ startedAt, seenAt }: Times, role: Role, now: Date): boolean {
  const idleMs = NEAR_PEOPLE.includes(role) ? IDLE_NEAR_PEOPLE_MS : IDLE_MS;
  return now.getTime() - seenAt.getTime() <= idleMs && now.getTime() - startedAt.getTime() <= LONGEST_MS;
}

export function isTouchDue({ seenAt }: Times, now: Date): boolean {
  return now.getTime() - seenAt.getTime() > TOUCH_EVERY_MS;
}

/** Whoever has the machine: the command line and the demo act as an administrator. */
export const OPERATOR: Actor = {
  kind: "user",
  id: "operator",
  name: "operator",
  displayName: "Operator",
  role: "administrator",
  institutionIds: [],
};

/** An invitation waits for somebody's holiday; a way back in does not. */
export const CODE_LIVES_DAYS = { invitation: 30, reset: 1 } as const;
export type CodePurpose = keyof typeof CODE_LIVES_DAYS;

/** As it was meant, however it was typed: hyphens and spaces are for the eye, and o and i are no letters of it. */
export const readCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[\s-]+/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");

/** A user name of somebody without mail: of the letters of the name. */
export const nameFrom = (displayName: string): string => {
  const letters = displayName.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
  const plain = letters
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.+|\.+$/g, "");
  return plain.length > 1 ? plain.slice(0, 60) : "bruger";
};
