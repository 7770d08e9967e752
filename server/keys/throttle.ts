/**
 * Slows guessing. Only failures count, so a whole school behind one address is never locked out by successes, and a
 * card's 128 bits open their key however many others failed. Kept in this process's memory.
 */
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateLimiterRes } from "rate-limiter-flexible";
import { problems } from "../lib/problem";

const WINDOW_SECONDS = 15 * 60;
/**
 * Failures behind one group's link. A class that mistypes is served; somebody with the class's link who guesses among
 * 1,728 possibilities and 28 cards hits one in every second window or so, which is why the link is a secret of its own.
 */
const FAILURES_PER_SPACE = 40;
const FAILURES_PER_ADDRESS_AND_SPACE = 30;
/** Cards that are not there, from one address. */
const FAILURES_PER_ADDRESS = 300;

export interface KeyThrottle {
  /** Throws `request.tooMany` when guessing behind a group's link has to wait. */
  check(space: string, address: string): Promise<void>;
  /** Counts a failure; throws `request.tooMany` once there were too many from here. */
  fail(space: string, address: string): Promise<void>;
}

function refuseSpent(states: readonly (RateLimiterRes | null)[]): void {
  const spent = states.filter((state) => state !== null && state.remainingPoints <= 0);
  if (spent.length === 0) return;
  const waitMs = Math.max(...spent.map((state) => state?.msBeforeNext ?? 0));
  throw problems.request.tooMany(Math.max(1, Math.ceil(waitMs / 1000)));
}

export function createKeyThrottle(): KeyThrottle {
  const duration = WINDOW_SECONDS;
  const bySpace = new RateLimiterMemory({ points: FAILURES_PER_SPACE, duration });
  const byAddress = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration });
  const byBoth = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS_AND_SPACE, duration });
  return {
    async check(space, address) {
      if (space === "card") return;
      refuseSpent(await Promise.all([bySpace.get(space), byBoth.get(`${address} ${space}`)]));
    },
    async fail(space, address) {
      refuseSpent(
        await Promise.all(
          space === "card"
            ? [byAddress.penalty(address)]
            : [bySpace.penalty(space), byBoth.penalty(`${address} ${space}`)],
        ),
      );
    },
  };
}
