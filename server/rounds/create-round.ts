/** Makes a draft of what an administrator wants to ask, of whom and when; nothing is asked before it is opened. */
import type { Group } from "../organisation/contract";
import { institutionsOf } from "../organisation/rules";
import { startOf } from "#surveys/paper/calendar";
import { problems } from "../lib/problem";
import type { NewRound, Round } from "./contract";
import { newRound } from "./contract";
import type { RoundStore } from "./store";
import { roundWindow } from "./window";

export interface CreateDeps {
  readonly store: Pick<RoundStore, "insertNew">;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly hasForm: (round: Round, group: Group) => boolean;
}

function readNewRound(input: unknown): NewRound {
  const { success, data, error } = newRound.safeParse(input);
  if (success) return data;
  const [issue] = error.issues;
  throw problems.round.unfit(`${issue?.path.join(".") || "It"}: ${issue?.message ?? "is not right"}.`);
}

function draftOf({ firstDay, lastDay, feedbackDay, ...rest }: NewRound, institutionIds: readonly string[]): Round {
  try {
    const window = roundWindow(firstDay, lastDay);
    return { ...rest, ...window, institutionIds, feedbackDueAt: startOf(feedbackDay), state: "draft" };
  } catch (error) {
    if (error instanceof RangeError) throw problems.round.unfit(`${error.message}`);
    throw error;
  }
}

/** Throws `round.unfit` with what is wrong, `group.notFound`, and `round.idTaken`. */
export async function createRound(deps: CreateDeps, input: unknown): Promise<Round> {
  const asked = readNewRound(input);
  const groupIds = [...new Set(asked.groupIds)].sort();
  const groups = await deps.listGroups(groupIds);
  if (groups.length < groupIds.length) throw problems.group.notFound();
  const draft = draftOf({ ...asked, groupIds }, institutionsOf(groups));
  const without = groups.find((group) => !deps.hasForm(draft, group));
  if (without)
    throw problems.round.unfit(
      `${draft.survey} ${draft.surveyVersion} has no form for ${without.band} (group ${without.id}).`,
    );
  if (!(await deps.store.insertNew(draft))) throw problems.round.idTaken();
  return draft;
}
