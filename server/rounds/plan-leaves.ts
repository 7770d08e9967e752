/** Which groups a round tells by themselves, by how many children they have and how often they were asked the same. */
import type { Group } from "../organisation/contract";
import type { AskedDeps } from "./asked-before";
import { MOST_BY_GROUP, timesAsked } from "./asked-before";
import type { Round } from "./contract";
import { promisedLeaves } from "./rules";
import type { RoundStore } from "./store";

export interface LeavesDeps extends AskedDeps {
  readonly store: Pick<RoundStore, "list">;
}

/** Of the groups of a round, how often each has been asked the same. */
export async function timesOf(
  deps: LeavesDeps,
  round: Round,
  groups: readonly Group[],
): Promise<ReadonlyMap<string, number>> {
  const others = round.resultsPer === "group" ? await deps.store.list() : [];
  return new Map(groups.map((group) => [group.id, timesAsked(round, group, others, deps)]));
}

/** Undefined where results are per institution. */
export async function planLeaves(
  deps: LeavesDeps,
  round: Round,
  groups: readonly Group[],
): Promise<string[][] | undefined> {
  const times = await timesOf(deps, round, groups);
  const worn = [...times].filter(([, count]) => count >= MOST_BY_GROUP).map(([id]) => id);
  return promisedLeaves(round, groups, new Set(worn));
}
