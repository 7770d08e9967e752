/** What time brings to rounds: windows pass, graces end, and what a crash left is finished and swept away. */
import { CLOCK } from "../audit/rules";
import type { RecordDeed } from "../audit/service";
import type { Clock } from "../lib/clock";
import { addDays } from "../lib/clock";
import type { Sealing } from "../sealing/service";
import { acceptsAnswers } from "./rules";
import type { RoundStore } from "./store";

export interface TickDeps {
  readonly store: Pick<RoundStore, "listInStates" | "move">;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly sweep: (roundId: string) => Promise<void>;
  readonly record: RecordDeed;
}

/** An answer that hung in the network while its round was sealed is surely over after this. */
const DAYS_OF_LATE_ANSWERS = 2;

export async function tickRounds({ store, sealing, clock, ...deps }: TickDeps): Promise<void> {
  const now = clock.now();
  const record = <T>(verb: string, id: string, act: () => Promise<T>) =>
    deps.record({ actor: CLOCK, verb, subject: { kind: "round", id } }, act);
  for (const { id, closesAt } of await store.listInStates(["open"]))
    if (now >= closesAt)
      await record("round.close", id, () => store.move(id, ["open"], "closed", { closedAt: closesAt }));
  for (const round of await store.listInStates(["closed", "sealing"])) {
    // Only an operator can know more: sealed by itself it would be refused each minute.
    if (await sealing.isInDoubt(round)) continue;
    if (round.state === "sealing") await record("round.seal", round.id, () => sealing.finish(round));
    else if (!acceptsAnswers(round, now)) await record("round.seal", round.id, () => sealing.begin(round));
  }
  for (const round of await store.listInStates(["open", "closed"])) await deps.sweep(round.id);
  for (const round of await store.listInStates(["sealed"])) {
    if (round.sealedAt && now < addDays(round.sealedAt, DAYS_OF_LATE_ANSWERS)) await sealing.shred(round.id);
  }
}
