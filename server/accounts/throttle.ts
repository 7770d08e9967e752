/** Slows the guessing of passwords, by address and by name from an address. */
import type { Clock } from "../lib/clock";
import { isProblem, problems } from "../lib/problem";
import { networkOf } from "../guessing/rules";
import type { UnknownNames } from "../guessing/throttle";
import { attempt, createAttempts, createUnknownNames } from "../guessing/throttle";

const MINUTE_MS = 60_000;
const PAUSES = { firstPauseMs: 15 * MINUTE_MS, longestPauseMs: 120 * MINUTE_MS, forgetAfterMs: 24 * 60 * MINUTE_MS };

export interface SignInThrottle {
  /** Looks, when there were not too many failures from here or with this name from here; else throws `request.tooMany`. */
  guess<T>(guessed: { name: string; address: string }, look: () => Promise<T>): Promise<T>;
}

/** To be told to wait is no failure more. */
const isMiss = (error: unknown): boolean => isProblem(error) && error.code === "account.signInFailed";

export function createSignInThrottle(clock: Clock): SignInThrottle {
  const byAddress = createAttempts({ free: 100, step: 20, ...PAUSES }, clock);
  const byName = createAttempts({ free: 10, step: 5, ...PAUSES }, clock);
  return {
    guess({ name, address }, look) {
      const network = networkOf(address);
      // The address first: once it has to wait, no name it comes with is remembered.
      return attempt([[byAddress, network]], () => attempt([[byName, `${name} ${network}`]], look, { isMiss }), {
        isMiss,
      });
    },
  };
}

/** Slows the guessing of one-time codes. */
export type CodeThrottle = UnknownNames;

export const createCodeThrottle = (clock: Clock): CodeThrottle =>
  createUnknownNames(clock, problems.account.codeUnknown);
