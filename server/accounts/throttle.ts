/**
 * Slows the guessing of passwords. An attempt counts before the password is looked at, so that many at once gain
 * nothing; a success gives its count back. Kept in this process's memory.
 */
import { RateLimiterMemory } from "rate-limiter-flexible";
import { problems } from "../lib/problem";

const FAILURES_PER_NAME = 10;
const FAILURES_PER_ADDRESS = 100;
const WINDOW_SECONDS = 15 * 60;

export interface SignInThrottle {
  /** Throws `request.tooMany` when there were too many failures with this name from here, or from here at all. */
  begin(name: string, address: string): Promise<void>;
  succeed(name: string, address: string): Promise<void>;
}

export function createSignInThrottle(): SignInThrottle {
  const byName = new RateLimiterMemory({ points: FAILURES_PER_NAME, duration: WINDOW_SECONDS });
  const byAddress = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW_SECONDS });
  return {
    async begin(name, address) {
      const [named, addressed] = await Promise.all([byName.penalty(`${name} ${address}`), byAddress.penalty(address)]);
      const isSpent = named.consumedPoints > FAILURES_PER_NAME || addressed.consumedPoints > FAILURES_PER_ADDRESS;
      const waitMs = Math.max(named.msBeforeNext, addressed.msBeforeNext);
      if (isSpent) throw problems.request.tooMany(Math.max(1, Math.ceil(waitMs / 1000)));
    },
    async succeed(name, address) {
      await Promise.all([byName.reward(`${name} ${address}`), byAddress.reward(address)]);
    },
  };
}
