/**
 * All or nothing without transactions: what is to change carries what it will be (`pending`) and counts when one document,
 * `current`, names the change it belongs to. Until then what is new is not there, and what is changed is as it was.
 */
interface Pending {
  /** The change it belongs to. */
  readonly change: string;
  readonly isNew: boolean;
  /** What the fields become; null takes one away. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Settleable {
  readonly _id: string;
  readonly version: number;
  readonly pending?: Pending;
}

export const isPending = ({ pending }: Settleable): boolean => pending !== undefined;

/** As it is while `current` is the last change that counts; undefined while it is not there. */
export function settled<T extends Settleable>({ pending, ...document }: T, current: string | null): T | undefined {
  // Without its pending the document is one of its own kind.
  const plain = document as unknown as T;
  if (!pending) return plain;
  if (pending.change !== current) return pending.isNew ? undefined : plain;
  if (pending.isNew) return plain;
  const kept = Object.entries({ ...plain, ...pending.fields }).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(kept) as unknown as T), version: plain.version + 1 };
}
