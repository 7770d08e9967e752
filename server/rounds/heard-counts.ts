/**
 * The only live figure of a round: answers per institution, rounded down to fives, counted at most once an hour. It is
 * kept in the database, so that nobody can count oftener by asking another process.
 */
import type { Clock } from "../lib/clock";
import type { HeardCount, HeardSoFar, Round } from "./contract";

const REFRESH_MS = 3_600_000;

export interface HeardCounts {
  of(round: Round): Promise<ReadonlyMap<string, number>>;
}

export interface HeardCountsDeps {
  readonly store: {
    findHeard(roundId: string): Promise<HeardSoFar | null>;
    saveHeard(roundId: string, heard: HeardSoFar): Promise<void>;
  };
  readonly count: (roundId: string) => Promise<Map<string, number>>;
  readonly clock: Clock;
}

const toFives = (count: number) => Math.floor(count / 5) * 5;
const asMap = (list: readonly HeardCount[]) => new Map(list.map(({ institution, atLeast }) => [institution, atLeast]));

export function createHeardCounts({ store, count, clock }: HeardCountsDeps): HeardCounts {
  return {
    async of({ id, state }) {
      if (state !== "open" && state !== "closed") return new Map();
      const now = clock.now();
      const known = await store.findHeard(id);
      if (known && now.getTime() - known.countedAt.getTime() < REFRESH_MS) return asMap(known.counts);
      const counts = [...(await count(id))].map(([institution, heard]) => ({ institution, atLeast: toFives(heard) }));
      await store.saveHeard(id, { countedAt: now, counts });
      return asMap(counts);
    },
  };
}
