/**
 * Changes that count all at once, in MongoDB: the one document that names the last of them and the one being made ready, what is
 * staged, and the parts in which an import arrives.
 */
import type { Connection } from "mongoose";
import { isDuplicateKey } from "../database/database-problem";
import type { Settleable } from "./pending";

const CURRENT = "current";
const PARTS = ["areas", "institutions", "groups"] as const;
type Part = (typeof PARTS)[number];

export interface StoredPreparing {
  readonly id: string;
  /** Who makes it ready: as others see it, and as who begins again is known. */
  readonly by: string;
  readonly byId: string;
  readonly since: Date;
  /** Somebody went on with it. */
  readonly touchedAt: Date;
  /** How many edits by hand there had been when it was planned. */
  readonly edits?: number;
}

/** What counts, and what is on its way. */
export interface ChangeState {
  /** Counts edits by hand: a switch names how many its plan knew of. */
  readonly edits: number;
  /** The last change that counts. */
  readonly change?: string | null;
  /** It counts, and not every document has become what it says. */
  readonly isFolding?: boolean;
  readonly preparing?: StoredPreparing | null;
  /** The school year, by the calendar year it begins in, for which groups have moved up. */
  readonly schoolYear?: number;
}

/** One thing of a change. */
export type Staged = { readonly of: Part; readonly id: string } & (
  | { readonly isNew: true; readonly document: Readonly<Record<string, unknown>> }
  | { readonly isNew: false; readonly version: number; readonly fields: Readonly<Record<string, unknown>> }
);

type StoredState = ChangeState & { readonly _id: string };
interface StoredPart {
  readonly _id: string;
  readonly change: string;
  readonly number: number;
  readonly rows: readonly unknown[];
}

const AT_ONCE = 1000;

export type ChangeStore = ReturnType<typeof createChangeStore>;

function fieldsToFold({ pending }: Settleable) {
  const fields = Object.entries(pending?.fields ?? {});
  const set = Object.fromEntries(fields.filter(([, value]) => value !== null));
  const gone = fields.filter(([, value]) => value === null).map(([name]) => [name, ""] as const);
  return {
    ...(Object.keys(set).length > 0 && { $set: set }),
    $unset: { ...Object.fromEntries(gone), pending: "" as const },
    ...(!pending?.isNew && { $inc: { version: 1 } }),
  };
}

function createStaging(connection: Connection) {
  const of = (part: Part) => connection.collection<Settleable>(part);

  async function insertNew(change: string, part: Part, list: readonly Staged[]): Promise<void> {
    const pending = { change, isNew: true, fields: {} };
    const documents = list.flatMap((one) => (one.isNew ? { ...one.document, _id: one.id, version: 1, pending } : []));
    if (documents.length === 0) return;
    try {
      await of(part).insertMany(documents, { ordered: false });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Whether each was still of the version that was planned with. */
  async function markChanged(change: string, part: Part, list: readonly Staged[]): Promise<boolean> {
    const updates = list.flatMap((one) => {
      if (one.isNew) return [];
      const pending = { change, isNew: false, fields: one.fields };
      return { updateOne: { filter: { _id: one.id, version: one.version }, update: { $set: { pending } } } };
    });
    if (updates.length === 0) return true;
    return (await of(part).bulkWrite(updates, { ordered: false })).matchedCount === updates.length;
  }

  return {
    /** Which of these ids are staged already. */
    async listStaged(change: string): Promise<Set<string>> {
      const ids = new Set<string>();
      for (const part of PARTS) {
        const found = of(part).find({ "pending.change": change }, { projection: { _id: 1 } });
        for (const { _id } of await found.toArray()) ids.add(`${part} ${_id}`);
      }
      return ids;
    },
    /** False where something is no more as it was planned with. */
    async stage(change: string, list: readonly Staged[]): Promise<boolean> {
      for (const part of PARTS) {
        const own = list.filter((one) => one.of === part);
        await insertNew(change, part, own);
        if (!(await markChanged(change, part, own))) return false;
      }
      return true;
    },
    /** Of a change that counts: its documents become what it says, some at a time. Resolves with how many were left to do. */
    async foldSome(change: string): Promise<number> {
      let done = 0;
      for (const part of PARTS) {
        const some = await of(part).find({ "pending.change": change }).limit(AT_ONCE).toArray();
        if (some.length === 0) continue;
        const updates = some.map((one) => ({
          updateOne: { filter: { _id: one._id, "pending.change": change }, update: fieldsToFold(one) },
        }));
        await of(part).bulkWrite(updates, { ordered: false });
        done += some.length;
      }
      return done;
    },
    /** What is left of a change that will not count; or of every one but that which has just begun. */
    async sweep({ only, allBut }: { readonly only?: string; readonly allBut?: string }): Promise<void> {
      const others = { "pending.change": only ?? { $exists: true, $ne: allBut ?? "" } };
      for (const part of PARTS) {
        await of(part).deleteMany({ ...others, "pending.isNew": true });
        await of(part).updateMany(others, { $unset: { pending: "" } });
      }
    },
  };
}

export function createChangeStore(connection: Connection) {
  const changes = connection.collection<StoredState>("changes");
  const parts = connection.collection<StoredPart>("importParts");
  const set = async (filter: object, fields: object): Promise<boolean> =>
    (await changes.updateOne({ _id: CURRENT, ...filter }, { $set: fields })).matchedCount === 1;
  return {
    async prepare(): Promise<void> {
      // Few documents, each asked for by its id.
    },
    async find(): Promise<ChangeState> {
      return (await changes.findOne({ _id: CURRENT })) ?? { edits: 0 };
    },
    /** Somebody edits by hand: no change that was planned before counts after this. */
    async countEdit(): Promise<ChangeState> {
      const options = { upsert: true, returnDocument: "after" } as const;
      const found = await changes.findOneAndUpdate({ _id: CURRENT }, { $inc: { edits: 1 } }, options);
      return found ?? { edits: 0 };
    },
    /** One at a time: false while another is made ready, or the last is not folded. */
    async begin(preparing: StoredPreparing): Promise<boolean> {
      await changes.updateOne({ _id: CURRENT }, { $inc: { edits: 0 } }, { upsert: true });
      return set({ preparing: null, isFolding: { $ne: true } }, { preparing });
    },
    touch: (id: string, touchedAt: Date) => set({ "preparing.id": id }, { "preparing.touchedAt": touchedAt }),
    plan: (id: string, edits: number) => set({ "preparing.id": id }, { "preparing.edits": edits }),
    /** The one write with which all of it counts. False where it is no more the one made ready, or something was edited. */
    switchTo: (id: string, edits: number, more: { readonly schoolYear?: number }) =>
      set(
        { "preparing.id": id, "preparing.edits": edits, edits },
        { change: id, isFolding: true, preparing: null, ...more },
      ),
    /** Of a municipality that has none yet: its first groups are this year's. */
    rememberYear: (schoolYear: number) => set({ schoolYear: null }, { schoolYear }),
    folded: (change: string) => set({ change, isFolding: true }, { isFolding: false }),
    leave: (id: string) => set({ "preparing.id": id }, { preparing: null }),
    async savePart(change: string, number: number, rows: readonly unknown[]): Promise<void> {
      const _id = `${change}:${number}`;
      await parts.replaceOne({ _id }, { change, number, rows }, { upsert: true });
    },
    async listRows(change: string): Promise<unknown[]> {
      const found = await parts.find({ change }).toArray();
      return found.sort((a, b) => a.number - b.number).flatMap(({ rows }) => rows);
    },
    async countParts(change: string): Promise<number> {
      return parts.countDocuments({ change });
    },
    async dropParts({ only, allBut }: { readonly only?: string; readonly allBut?: string }): Promise<void> {
      await parts.deleteMany({ change: only ?? { $ne: allBut ?? "" } });
    },
    ...createStaging(connection),
  };
}
