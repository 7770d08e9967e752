/**
 * Adds entries to the chain. What is asked for while some are being written waits and is written together: one insert and one
 * note of the end, however many ask. A number that another process took is read again and tried anew.
 */
import type { Entry } from "./contract";
import type { Tail, Unchained } from "./rules";
import { BEGINNING, chain } from "./rules";
import type { AuditStore } from "./store";

interface Waiting {
  readonly entry: Unchained;
  readonly resolve: (entry: Entry) => void;
  readonly reject: (error: unknown) => void;
}

/** At once; more wait for the next time. */
const MOST_TOGETHER = 200;

export type Append = (entry: Unchained) => Promise<Entry>;

export function createAppender(store: Pick<AuditStore, "insert" | "findLast" | "listAfter" | "keepTail">): Append {
  const waiting: Waiting[] = [];
  let known: Tail | undefined;
  let isWriting = false;

  /** Of what was to be written, what is there: the first ones, up to the number that another took. */
  async function thereOf(linked: readonly Entry[]): Promise<Entry[]> {
    const found = await store.listAfter((linked[0]?.number ?? 1) - 1, linked.length);
    const hashes = new Set(found.map(({ hash }) => hash));
    return linked.filter(({ hash }) => hashes.has(hash));
  }

  /** Resolves with all of them, linked and kept. */
  async function write(batch: readonly Waiting[]): Promise<readonly Entry[]> {
    const kept: Entry[] = [];
    while (kept.length < batch.length) {
      let tail: Tail = (known ??= (await store.findLast()) ?? BEGINNING);
      const linked = batch.slice(kept.length).map(({ entry }) => (tail = chain(entry, tail)));
      const isWhole = await store.insert(linked);
      kept.push(...(isWhole ? linked : await thereOf(linked)));
      known = isWhole ? tail : undefined;
    }
    return kept;
  }

  async function flush(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    try {
      while (waiting.length > 0) {
        const batch = waiting.splice(0, MOST_TOGETHER);
        try {
          const entries = await write(batch);
          const last = entries.at(-1);
          if (last) await store.keepTail(last);
          for (const [at, entry] of entries.entries()) batch[at]?.resolve(entry);
        } catch (error) {
          known = undefined;
          for (const { reject } of batch) reject(error);
        }
      }
    } finally {
      isWriting = false;
    }
  }

  return (entry) =>
    new Promise<Entry>((resolve, reject) => {
      waiting.push({ entry, resolve, reject });
      void flush();
    });
}
