/** What time brings to answers: once a day what is late is remembered, and rounds from before there were codes get theirs. */
import type { Day } from "#surveys/paper/calendar";
import { dayAt, daysLater } from "#surveys/paper/calendar";
import { schoolDaysLater } from "#surveys/paper/school-days";
import { CLOCK } from "../audit/rules";
import type { RecordDeed } from "../audit/service";
import type { Clock } from "../lib/clock";
import type { ResultCodes } from "../rounds/find-result-codes";
import type { Round, RoundState } from "../rounds/contract";
import { answerDueOn, promisedIn } from "./rules";
import type { FeedbackStore } from "./store";

export interface TickDeps {
  readonly store: Pick<FeedbackStore, "listStandings" | "markOverdue">;
  readonly clock: Clock;
  readonly resultCodes: ResultCodes;
  readonly record: RecordDeed;
  readonly listRoundsInStates: (states: readonly RoundState[]) => Promise<readonly Round[]>;
}

async function markLate({ store, record }: TickDeps, round: Round, today: Day): Promise<void> {
  const due = answerDueOn(promisedIn(round));
  if (today <= due) return;
  const known = new Map((await store.listStandings([round.id])).map((one) => [one.institution, one]));
  for (const institution of round.institutionIds) {
    const feedback = known.get(institution);
    if (feedback?.published || feedback?.overdueSince) continue;
    const deed = { actor: CLOCK, verb: "feedback.late", subject: { kind: "round", id: round.id }, institution };
    await record(deed, () => store.markOverdue(round.id, institution, schoolDaysLater(daysLater(due, 1), 0)));
  }
}

/** `settled`: rounds whose institutions all have one; who has one keeps it. */
async function giveCodes({ resultCodes }: TickDeps, rounds: readonly Round[], settled: Set<string>): Promise<void> {
  const open = rounds.filter(({ id }) => !settled.has(id));
  if (open.length === 0) return;
  const codes = await resultCodes.of(open.map(({ id }) => id));
  for (const { id, institutionIds } of open) {
    if (institutionIds.some((institution) => !codes.get(id)?.has(institution)))
      await resultCodes.give(id, institutionIds);
    settled.add(id);
  }
}

export function createFeedbackTick(deps: TickDeps): () => Promise<void> {
  const settled = new Set<string>();
  let lastDay: Day | undefined;
  return async () => {
    const today = dayAt(deps.clock.now());
    const rounds = await deps.listRoundsInStates(["open", "closed", "sealing", "sealed"]);
    await giveCodes(deps, rounds, settled);
    if (today === lastDay) return;
    for (const round of rounds) if (round.state !== "open") await markLate(deps, round, today);
    lastDay = today;
  };
}
