/** Slows the guessing of children's codes: 50 bits open however many others failed; only codes that are not there are counted. */
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { Patience } from "../guessing/rules";
import { networkOf } from "../guessing/rules";
import { createAttempts, secondsOf } from "../guessing/throttle";

const HOUR_MS = 3_600_000;

/** As many as at the doors of groups: a class that mistypes is let in, a guesser waits. */
const UNKNOWN: Patience = {
  free: 300,
  step: 50,
  firstPauseMs: 120_000,
  longestPauseMs: 12 * HOUR_MS,
  forgetAfterMs: 24 * HOUR_MS,
};

export interface ResultThrottle {
  /** Throws `result.unknown`, or `request.tooMany` when this address has come with many that are not there. */
  refuseUnknown(address: string): never;
}

export function createResultThrottle(clock: Clock): ResultThrottle {
  const unknown = createAttempts(UNKNOWN, clock);
  return {
    refuseUnknown(address) {
      const name = networkOf(address);
      const wait = unknown.pausedMs(name);
      if (wait > 0) throw problems.request.tooMany(secondsOf(wait));
      unknown.miss(name);
      throw problems.result.unknown();
    },
  };
}
