/** The only live figure of a round: answers per institution, rounded down to fives, counted at most once an hour. */
import type { Clock } from "../lib/clock";
import type { Round } from "./contract";

const REFRESH_MS = 3_600_000;

export interface HeardCounts {
  of(round: Round): Promise<ReadonlyMap<string, number>>;
}

const toFives = (count: number) => Math.floor(count / 5) * 5;

export function createHeardCounts(count: (roundId: string) => Promise<Map<string, number>>, clock: Clock): HeardCounts {
  const kept = new Map<string, { at: number; counts: ReadonlyMap<string, number> }>();
  return {
    async of({ id, state }) {
      if (state !== "open" && state !== "closed") return new Map();
      const now = clock.now().getTime();
      const known = kept.get(id);
      if (known && now - known.at < REFRESH_MS) return known.counts;
      const counts = new Map([...(await count(id))].map(([institution, heard]) => [institution, toFives(heard)]));
      kept.set(id, { at: now, counts });
      return counts;
    },
  };
}
