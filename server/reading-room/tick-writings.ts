/**
 * What time brings to writings: what nobody has read or acted on is escalated, a quotation that a crash cut off stands after
 * all, and what was unread for a month after its round was sealed is given up.
 */
import { CLOCK } from "../audit/rules";
import type { RecordDeed } from "../audit/service";
import { addDays } from "../lib/clock";
import type { Clock } from "../lib/clock";
import type { Subject } from "../audit/contract";
import type { Round } from "../rounds/contract";
import type { Writing } from "./contract";
import { isOverdue } from "./rules";
import type { WritingStore } from "./store";

/** Longer than any holiday in which nobody reads; until then it stands on the administrator's page. */
const DAYS_UNREAD = 30;

export interface TickDeps {
  readonly store: Pick<WritingStore, "listAllOpen" | "escalate" | "listHalfQuoted" | "deleteUnread">;
  readonly clock: Clock;
  readonly listRounds: (ids: readonly string[]) => Promise<readonly Round[]>;
  readonly release: (writing: Writing) => Promise<void>;
  readonly forgetDeleted: () => Promise<unknown>;
  readonly record: RecordDeed;
}

export async function tickWritings({ store, clock, ...deps }: TickDeps): Promise<void> {
  for (const writing of await store.listHalfQuoted()) await deps.release(writing);
  const now = clock.now();
  const open = await store.listAllOpen();
  const late = open.filter((one) => one.escalatedAt === undefined && isOverdue(one, now));
  const record = (verb: string, subject: Subject, act: () => Promise<void>) =>
    deps.record({ actor: CLOCK, verb, subject }, act);
  for (const { id } of late) await record("writing.escalate", { kind: "writing", id }, () => store.escalate([id], now));
  const unread = new Set(open.filter(({ state }) => state === "waiting").map(({ round }) => round));
  const old = (unread.size > 0 ? await deps.listRounds([...unread]) : []).filter(
    ({ state, sealedAt }) => state === "sealed" && sealedAt && now >= addDays(sealedAt, DAYS_UNREAD),
  );
  for (const { id } of old) await record("writing.delete", { kind: "round", id }, () => store.deleteUnread(id));
  if (old.length > 0) await deps.forgetDeleted();
}
