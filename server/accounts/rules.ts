/** When a session ends. */
import type { Actor } from "./contract";

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
export const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A session ends after half an hour without a request … */
export const IDLE_MS = 30 * 60_000;
/** … and after ten hours whatever happens. */
const LONGEST_MS = 10 * 3_600_000;
/** Being seen is written down at most this often. */
const TOUCH_EVERY_MS = 60_000;

interface Times {
  readonly startedAt: Date;
  readonly seenAt: Date;
}

export function isSessionAlive({ startedAt, seenAt }: Times, now: Date): boolean {
  return now.getTime() - seenAt.getTime() <= IDLE_MS && now.getTime() - startedAt.getTime() <= LONGEST_MS;
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
