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
import type { Attempts, Pause } from "../guessing/throttle";
import { attempt, createAttempts, createUnknownNames } from "../guessing/throttle";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What misses are counted of: a group, an address at that group, an address at all groups. */
const SCOPES = ["group", "here", "anywhere"] as const;
type Scope = (typeof SCOPES)[number];

const patience = (free: number, step: number, longestPauseMs: number): Patience => ({
  free,
  step,
  firstPauseMs: 2 * MINUTE_MS,
  longestPauseMs,
  forgetAfterMs: DAY_MS,
});

/**
 * Three pictures may be drawn in 1,728 ways, and a class has some 28 keys: a guess hits one in 62. Thirty free misses are
 * enough for a class that presses wrong, and with five more between pauses that double there are some eighty in a whole
 * day. Six letters may be drawn in 34 million ways: there a thousand misses find nothing, and pauses stay short, for where
 * there are no pictures letters are the way in. One address may miss a part of it only, so that a guesser elsewhere does
 * not lock the class; and as many as a school may miss in a lesson at all its groups together.
 */
const PATIENCE: Readonly<Record<OwnWay, Readonly<Record<Scope, Patience>>>> = {
  pictures: {
    group: patience(32, 5, 12 * HOUR_MS),
    here: patience(24, 5, 12 * HOUR_MS),
    anywhere: patience(150, 10, 12 * HOUR_MS),
  },
  letters: {
    group: patience(2000, 100, 10 * MINUTE_MS),
    here: patience(1000, 100, 10 * MINUTE_MS),
    anywhere: patience(5000, 200, 10 * MINUTE_MS),
  },
};
/** What is guessed at behind a group's link. */
interface Guessed {
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

const NAMES: Readonly<Record<Scope, (guessed: Omit<Guessed, "way">) => string>> = {
  group: ({ groupCode }) => groupCode,
  here: ({ groupCode, address }) => `${groupCode} ${networkOf(address)}`,
  anywhere: ({ address }) => networkOf(address),
};
const partsOf = (name: string): readonly [groupCode: string, network: string] => {
  const [groupCode = "", network = ""] = name.split(" ");
  return [groupCode, network];
};

type Counts = Readonly<Record<Scope, Attempts>>;

/** Of an address that is paused everywhere, the groups it has guessed at are told. */
function pausesOf({ group, here, anywhere }: Counts): Pause[] {
  const everywhere = new Map(anywhere.listPaused().map(({ name, until }) => [name, until]));
  const atGroups = here.listNames().flatMap((name) => {
    const until = everywhere.get(partsOf(name)[1]);
    return until ? [{ name, until }] : [];
  });
  return [...group.listPaused(), ...here.listPaused(), ...atGroups];
}

function liftAt({ group, here, anywhere }: Counts, groupCode: string): void {
  const isThere = (name: string) => partsOf(name)[0] === groupCode;
  const networks = new Set(
    here
      .listNames()
      .filter(isThere)
      .map((name) => partsOf(name)[1]),
  );
  anywhere.forget((name) => networks.has(name));
  group.forget(isThere);
  here.forget(isThere);
}

export function createKeyThrottle(clock: Clock): KeyThrottle {
  const make = (way: OwnWay): Counts => {
    const { group, here, anywhere } = PATIENCE[way];
    return {
      group: createAttempts(group, clock),
      here: createAttempts(here, clock),
      anywhere: createAttempts(anywhere, clock),
    };
  };
  const ways = { pictures: make("pictures"), letters: make("letters") };
  const { refuseUnknown } = createUnknownNames(clock, problems.key.unknown);
  const refusals = { pictures: problems.key.picturesPaused, letters: problems.request.tooMany };

  return {
    guess(guessed, look) {
      const counted = SCOPES.map((scope) => [ways[guessed.way][scope], NAMES[scope](guessed)] as const);
      return attempt(counted, look, { isMiss, refuse: refusals[guessed.way] });
    },
    refuseUnknown,
    isPaused: (guessed) => SCOPES.some((scope) => ways[guessed.way][scope].pausedMs(NAMES[scope](guessed)) > 0),
    listPaused: () =>
      OWN_WAYS.flatMap((way) =>
        pausesOf(ways[way]).map(({ name, until }) => ({ groupCode: partsOf(name)[0], way, until })),
      ),
    lift(groupCode) {
      for (const counts of Object.values(ways)) liftAt(counts, groupCode);
    },
  };
}
