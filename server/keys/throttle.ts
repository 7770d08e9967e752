/**
 * Slows guessing. Only failures count, so a whole school behind one address is never locked out by successes, and a
 * card's 128 bits open their key however many others failed. Kept in this process's memory.
 */
import { RateLimiterMemory } from "rate-limiter-flexible";
import { problems } from "../lib/problem";

const WINDOW_SECONDS = 15 * 60;
/** Failures behind one group's link: a class that mistypes is served, 1,728 possibilities are not searched. */
const FAILURES_PER_SPACE = 60;
const FAILURES_PER_ADDRESS = 300;
const FAILURES_PER_ADDRESS_AND_SPACE = 30;

export interface KeyThrottle {
  /** Throws `request.tooMany` when guessing behind a group's link has to wait. */
  check(space: string, address: string): Promise<void>;
  /** Counts a failure; throws `request.tooMany` once there were too many from here. */
  fail(space: string, address: string): Promise<void>;
}

export function createKeyThrottle(): KeyThrottle {
  const duration = WINDOW_SECONDS;
  const bySpace = new RateLimiterMemory({ points: FAILURES_PER_SPACE, duration });
  const byAddress = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration });
  const byBoth = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS_AND_SPACE, duration });
  return {
    async check(space, address) {
      if (space === "card") return;
      const states = await Promise.all([bySpace.get(space), byBoth.get(`${address} ${space}`), byAddress.get(address)]);
      if (states.some((state) => state !== null && state.remainingPoints <= 0)) throw problems.request.tooMany();
    },
    async fail(space, address) {
      const states = await Promise.all([
        byAddress.penalty(address),
        ...(space === "card" ? [] : [bySpace.penalty(space), byBoth.penalty(`${address} ${space}`)]),
      ]);
      if (states.some((state) => state.remainingPoints <= 0 && state.consumedPoints > 1))
        throw problems.request.tooMany();
    },
  };
}
