/** What waits for an editor, without a word of it, and the quotations that it may take back. */
import type { Actor } from "../accounts/contract";
import type { Clock } from "../lib/clock";
import type { ReadingQueue, ReleasedLine, Writing } from "./contract";
import type { LineDeps } from "./find-lines";
import { countInvited, lineOf } from "./find-lines";
import type { Readable, ReadableDeps } from "./find-readable";
import { findReadable } from "./find-readable";
import type { QuotationStore } from "./quotation-store";
import { inReadingOrder } from "./rules";
import type { WritingStore } from "./store";

interface QueueDeps extends LineDeps, ReadableDeps {
  readonly store: Pick<WritingStore, "listOpen">;
  readonly quotations: Pick<QuotationStore, "listOf">;
  readonly clock: Clock;
}

export async function listReleased(
  { quotations }: Pick<QueueDeps, "quotations">,
  { rounds, roundOf }: Readable,
): Promise<ReleasedLine[]> {
  const found = rounds.length > 0 ? await quotations.listOf(rounds.map(({ id }) => id)) : [];
  return found.flatMap(({ round, institution, quotations: shown }) =>
    shown.flatMap(({ id, text, language, theme }) => {
      const of = roundOf({ round, language });
      return of ? [{ id, round, title: of.title, institution, text, language, theme }] : [];
    }),
  );
}

/** In languages that nobody reads any more, though the user reads others of the round. */
function countUnread({ rounds, readersIn }: Readable, open: readonly Writing[]): ReadingQueue["unread"] {
  const unread = open.filter(({ round: id, language }) => {
    const round = rounds.find((one) => one.id === id);
    return round && readersIn(round, language).length === 0;
  });
  const languages = [...new Set(unread.map(({ language }) => language))];
  return languages.map((language) => ({
    language,
    count: unread.filter((one) => one.language === language).length,
  }));
}

/** Throws `writing.notFound` for anybody but an editor. */
export async function findQueue(deps: QueueDeps, actor: Actor): Promise<ReadingQueue> {
  const readable = await findReadable(deps, actor);
  const { rounds, userId } = readable;
  const open = await deps.store.listOpen(rounds.map(({ id }) => id));
  const invited = await countInvited(deps, rounds);
  const now = deps.clock.now();
  const lines = inReadingOrder(open).flatMap((writing) => {
    const round = readable.roundOf(writing);
    return round ? [lineOf(deps, writing, { round, invited, userId, now })] : [];
  });
  return { lines, unread: countUnread(readable, open), released: await listReleased(deps, readable) };
}
