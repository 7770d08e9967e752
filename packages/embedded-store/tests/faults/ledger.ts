/**
 * What a store must hold after a cut: for every document what was acknowledged last, and beside it what was sent and
 * never answered, which may be there wholly or not at all.
 */
import { isDeepStrictEqual } from "node:util";

export interface Item {
  readonly _id: string;
  readonly u: string;
  readonly tags: readonly string[];
  readonly n: number;
  readonly text: string;
}

interface Entry {
  certain: Item | undefined;
  sent?: { readonly after: Item | undefined };
}

/** As `Item`s found, with whatever else a broken store may give. */
export type Found = Pick<Item, "_id"> & Partial<Item>;

const shown = (item: Found | undefined) =>
  item ? JSON.stringify({ ...item, text: `${item.text?.length} letters` }) : "nothing";

export class Ledger {
  private readonly entries = new Map<string, Entry>();
  /** Documents that were sent in one ordered insert: a later one is not there without the earlier ones. */
  private readonly rows: string[][] = [];
  acknowledged = 0;

  get(id: string): Item | undefined {
    return this.entries.get(id)?.certain;
  }

  /** A change that is about to be sent; call what it gives when it was acknowledged (true) or refused (false). */
  sending(id: string, after: Item | undefined): (isDone: boolean) => void {
    const entry = this.entries.get(id) ?? { certain: undefined };
    this.entries.set(id, entry);
    entry.sent = { after };
    return (isDone) => {
      delete entry.sent;
      if (!isDone) return;
      entry.certain = after;
      this.acknowledged += 1;
    };
  }

  sendingRow(items: readonly Item[]): (isDone: boolean) => void {
    const settle = items.map((item) => this.sending(item._id, item));
    this.rows.push(items.map(({ _id: id }) => id));
    return (isDone) => settle.forEach((one) => one(isDone));
  }

  /** What is wrong with `found`; then takes it for certain. */
  settle(found: readonly Found[]): string[] {
    const byId = new Map(found.map((item) => [item._id, item]));
    const wrong = this.rows.flatMap((row) => this.tornRow(row, byId));
    if (byId.size !== found.length) wrong.push(`${found.length - byId.size} documents are there twice`);
    for (const id of byId.keys()) if (!this.entries.has(id)) wrong.push(`${id} was never sent`);
    for (const id of this.entries.keys()) wrong.push(...this.settleOne(id, byId.get(id)));
    this.rows.length = 0;
    return wrong;
  }

  /** The same for documents whose change was refused, so that nobody knows what became of it until somebody looks. */
  settleSome(ids: readonly string[], found: readonly Found[]): string[] {
    return ids.flatMap((id) =>
      this.settleOne(
        id,
        found.find((item) => item._id === id),
      ),
    );
  }

  private settleOne(id: string, actual: Found | undefined): string[] {
    const entry = this.entries.get(id);
    if (!entry) return actual ? [`${id} was never sent`] : [];
    const isRight =
      isDeepStrictEqual(actual, entry.certain) ||
      (entry.sent !== undefined && isDeepStrictEqual(actual, entry.sent.after));
    const wrong = isRight ? [] : [`${id}: ${shown(actual)} instead of ${shown(entry.certain)}${this.orElse(entry)}`];
    entry.certain = actual as Item | undefined;
    delete entry.sent;
    return wrong;
  }

  private orElse({ sent }: Entry): string {
    return sent ? ` or ${shown(sent.after)}` : "";
  }

  private tornRow(row: readonly string[], byId: ReadonlyMap<string, Found>): string[] {
    // Acknowledged rows are held to account entry by entry.
    if (!row.every((id) => this.entries.get(id)?.sent)) return [];
    const isThere = row.map((id) => byId.has(id));
    return isThere.lastIndexOf(true) > isThere.indexOf(false) && isThere.includes(false)
      ? [`of ${row.join(", ")} a later one is there without an earlier one`]
      : [];
  }
}
