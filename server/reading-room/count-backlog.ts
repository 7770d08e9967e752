/** What of the children's own words waits, for whoever has to see that somebody reads: how many, and never what. */
import type { Person } from "../accounts/contract";
import type { Round } from "../rounds/contract";
import { idsOf } from "../rounds/editors";
import type { Backlog } from "./contract";
import { isOverdue, readersOf } from "./rules";
import type { WritingStore } from "./store";

export interface BacklogDeps {
  readonly store: Pick<WritingStore, "listAllOpen">;
  readonly listRounds: (ids: readonly string[]) => Promise<readonly Round[]>;
  readonly listPeople: (ids: readonly string[]) => Promise<readonly Person[]>;
}

/** By round and language. */
export async function countBacklog(deps: BacklogDeps, now: Date): Promise<Backlog[]> {
  const open = await deps.store.listAllOpen();
  const rounds = await deps.listRounds([...new Set(open.map(({ round }) => round))]);
  const people = await deps.listPeople([...new Set(rounds.flatMap(({ editors }) => idsOf(editors)))]);
  return rounds.flatMap((round) => {
    const here = open.filter((one) => one.round === round.id);
    return [...new Set(here.map(({ language }) => language))].map((language) => {
      const those = here.filter((one) => one.language === language);
      return {
        round: round.id,
        title: round.title,
        language,
        waiting: those.filter(({ state }) => state === "waiting").length,
        worrying: those.filter(({ state }) => state === "worrying").length,
        overdue: those.filter((one) => isOverdue(one, now)).length,
        hasReader: readersOf(round, language, people).length > 0,
      };
    });
  });
}
