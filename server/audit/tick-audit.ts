/** Answers intentions that a crash left without an answer, by what the record says of them. */
import type { Clock } from "../lib/clock";
import type { Deed, Entry, Phase } from "./contract";
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

async function endOf(entry: Entry, hasHappened: HasHappened): Promise<[phase: Phase, code?: string]> {
  const has = await hasHappened(entry);
  if (has === undefined) return ["unclear"];
  return has ? ["done"] : ["refused", "audit.undone"];
}

/** From the first intention on that may still be under way, every one is looked at again the next time. */
export async function tickAudit({ store, clock, hasHappened, answer }: TickDeps): Promise<void> {
  const overBefore = new Date(clock.now().getTime() - OVER_AFTER_MS).toISOString();
  const begun = (await store.findTail())?.answeredTo ?? 0;
  let firstOpen: number | undefined;
  let seen = begun;
  for (let isMore = true; isMore; ) {
    const entries = await store.listAfter(seen, A_STEP);
    const intended = entries.filter(({ phase }) => phase === "intended");
    const answered = new Set((await store.listAnswers(intended.map(({ number }) => number))).map(({ of }) => of));
    for (const entry of intended.filter(({ number }) => !answered.has(number))) {
      if (entry.at >= overBefore) firstOpen ??= entry.number;
      else await answer(entry, ...(await endOf(entry, hasHappened)));
    }
    seen = entries.at(-1)?.number ?? seen;
    isMore = entries.length === A_STEP;
  }
  const answeredTo = firstOpen === undefined ? seen : firstOpen - 1;
  if (answeredTo > begun) await store.keepAnsweredTo(answeredTo);
}
