/** Answers intentions that a crash left without an answer, by what the record says of them. */
import type { Clock } from "../lib/clock";
import type { Deed } from "./contract";
import type { Answer } from "./service";
import type { AuditStore } from "./store";

/** Whether what was intended has happened; undefined where nothing tells. */
export type HasHappened = (deed: Deed) => Promise<boolean | undefined>;

interface TickDeps {
  readonly store: AuditStore;
  readonly clock: Clock;
  readonly hasHappened: HasHappened;
  readonly answer: Answer;
}

/** Nothing that a service does takes as long; who did it has died, or has waited for the database in vain. */
const OVER_AFTER_MS = 15 * 60_000;
const A_STEP = 500;

export async function tickAudit({ store, clock, hasHappened, answer }: TickDeps): Promise<void> {
  const overBefore = new Date(clock.now().getTime() - OVER_AFTER_MS).toISOString();
  let answeredTo = (await store.findTail())?.answeredTo ?? 0;
  for (;;) {
    const found = await store.listAfter(answeredTo, A_STEP);
    const young = found.findIndex(({ at }) => at >= overBefore);
    const entries = young === -1 ? found : found.slice(0, young);
    const last = entries.at(-1);
    if (!last) return;
    const intended = entries.filter(({ phase }) => phase === "intended");
    const answered = new Set((await store.listAnswers(intended.map(({ number }) => number))).map(({ of }) => of));
    for (const entry of intended) {
      if (answered.has(entry.number)) continue;
      const has = await hasHappened(entry);
      if (has === undefined) await answer(entry, "unclear");
      else await (has ? answer(entry, "done") : answer(entry, "refused", "audit.undone"));
    }
    answeredTo = last.number;
    await store.keepAnsweredTo(answeredTo);
  }
}
