/**
 * Slows the guessing of keys. Behind a group's link pictures and letters are counted apart, so that who plays with the
 * one does not lock the other. What has 50 bits or more (a card, a group's code) opens however many others failed: only
 * what is not there is counted, by address, and told to wait.
 */
import type { Clock } from "../lib/clock";
import { isProblem, problems } from "../lib/problem";
import type { OwnWay, PausedWay } from "../guessing/contract";
import { OWN_WAYS } from "../guessing/contract";
import type { Patience } from "../guessing/rules";
import { networkOf } from "../guessing/rules";
import { attempt, createAttempts, secondsOf } from "../guessing/throttle";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const patience = (free: number, step: number, firstPauseMinutes: number): Patience => ({
  free,
  step,
  firstPauseMs: firstPauseMinutes * MINUTE_MS,
  longestPauseMs: 12 * HOUR_MS,
  forgetAfterMs: DAY_MS,
});

/**
 * Three pictures may be drawn in 1,728 ways, and a class has some 28 keys: a guess hits one in 62. Thirty free misses are
 * enough for a class that presses wrong, and with five more between pauses that double there are some eighty in a whole
 * day. Six letters may be drawn in 34 million ways: there a thousand misses find nothing, and a pupil who plays does not
 * come so far. One address may miss a part of it only, so that a guesser elsewhere does not lock the class.
 */
const PATIENCE: Readonly<Record<OwnWay, { readonly group: Patience; readonly address: Patience }>> = {
  pictures: { group: patience(32, 5, 2), address: patience(24, 5, 2) },
  letters: { group: patience(1000, 100, 2), address: patience(500, 100, 2) },
};
/** Cards and groups that are not there, from one address. */
const UNKNOWN = patience(300, 50, 2);

/** What is guessed at behind a group's link. */
export interface Guessed {
  readonly groupCode: string;
  readonly way: OwnWay;
  readonly address: string;
}

export interface KeyThrottle {
  /**
   * Looks, when this way in is not paused. `key.unknown` and answers that fit no survey count as misses; a key that has
   * been used, a round that is over and a database that is away do not.
   */
  guess<T>(guessed: Guessed, look: () => Promise<T>): Promise<T>;
  /** Throws `key.unknown`, or `request.tooMany` when this address has come with many that are not there. */
  refuseUnknown(address: string): never;
  isPaused(guessed: Guessed): boolean;
  /** Whether for everybody or for one address is not told. */
  listPaused(): PausedWay[];
  /** Ends every pause behind a group's link. */
  lift(groupCode: string): void;
}

const NO_MISS = new Set<string>(["key.used", "round.sealed"]);
const isMiss = (error: unknown): boolean => isProblem(error) && !NO_MISS.has(error.code);

const nameOf = ({ groupCode, address }: Omit<Guessed, "way">) => `${groupCode} ${networkOf(address)}`;
const codeIn = (name: string) => name.split(" ")[0] ?? "";

export function createKeyThrottle(clock: Clock): KeyThrottle {
  const make = (way: OwnWay) => ({
    group: createAttempts(PATIENCE[way].group, clock),
    address: createAttempts(PATIENCE[way].address, clock),
  });
  const ways = { pictures: make("pictures"), letters: make("letters") };
  const unknown = createAttempts(UNKNOWN, clock);
  const refusals = { pictures: problems.key.picturesPaused, letters: problems.request.tooMany };

  return {
    guess(guessed, look) {
      const { group, address } = ways[guessed.way];
      const counted = [[group, guessed.groupCode] as const, [address, nameOf(guessed)] as const];
      return attempt(counted, look, { isMiss, refuse: refusals[guessed.way] });
    },
    refuseUnknown(address) {
      const name = networkOf(address);
      const wait = unknown.pausedMs(name);
      if (wait > 0) throw problems.request.tooMany(secondsOf(wait));
      unknown.miss(name);
      throw problems.key.unknown();
    },
    isPaused(guessed) {
      const { group, address } = ways[guessed.way];
      return group.pausedMs(guessed.groupCode) > 0 || address.pausedMs(nameOf(guessed)) > 0;
    },
    listPaused: () =>
      OWN_WAYS.flatMap((way) =>
        Object.values(ways[way])
          .flatMap((attempts) => attempts.listPaused())
          .map(({ name, until }) => ({ groupCode: codeIn(name), way, until })),
      ),
    lift(groupCode) {
      for (const attempts of Object.values(ways).flatMap((one) => Object.values(one)))
        attempts.forget((name) => codeIn(name) === groupCode);
    },
  };
}
