/**
 * The code of each institution in a round, under which its children read what became of their answers. It is made with the
 * draft, and at opening where one is missing; it never changes and outlives sealing, as it stands on cards and posters.
 */
import type { ResultCodeStore } from "./result-code-store";

export interface ResultCodes {
  /** Gives a code to each of these institutions that has none; safe to repeat, and for several at once. */
  give(roundId: string, institutionIds: readonly string[]): Promise<void>;
  /** Of one institution; what was found once is not asked for again, as a code never changes. */
  find(roundId: string, institutionId: string): Promise<string | undefined>;
  /** Of these rounds, by institution. */
  of(roundIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>>;
}

/** With 50 bits a code is hardly ever drawn twice; who draws the same again and again has no chance at all. */
const MOST_TRIES = 20;
/** Rounds whose codes are kept in memory: those that are open, and some. */
const MOST_KNOWN = 50;

export function createResultCodes(
  store: Pick<ResultCodeStore, "insertNew" | "listOf">,
  drawCode: () => string,
): ResultCodes {
  async function give(roundId: string, institutionIds: readonly string[], tries = MOST_TRIES): Promise<void> {
    const given = new Set((await store.listOf([roundId])).map(({ institution }) => institution));
    const missing = institutionIds.filter((id) => !given.has(id));
    if (missing.length === 0) return;
    if (tries === 0) throw new Error("Every code that is drawn is taken.");
    await store.insertNew(missing.map((institution) => ({ _id: drawCode(), round: roundId, institution })));
    await give(roundId, institutionIds, tries - 1);
  }

  const known = new Map<string, ReadonlyMap<string, string>>();
  const codesOf = async (roundIds: readonly string[]) => {
    const codes = new Map(roundIds.map((id) => [id, new Map<string, string>()]));
    for (const { _id, round, institution } of await store.listOf(roundIds)) codes.get(round)?.set(institution, _id);
    return codes;
  };

  return {
    async find(roundId, institutionId) {
      const code = known.get(roundId)?.get(institutionId);
      if (code !== undefined) return code;
      if (known.size >= MOST_KNOWN) known.clear();
      const found = (await codesOf([roundId])).get(roundId);
      if (found) known.set(roundId, found);
      return found?.get(institutionId);
    },
    give: (roundId, institutionIds) => give(roundId, institutionIds),
    of: codesOf,
  };
}
