/**
 * Writings in MongoDB. A state changes only from the state and version that its editor has seen, in one atomic update; a text
 * is gone in the same update in which its writing is read.
 */
import { Schema } from "mongoose";
import type { Connection, Model } from "mongoose";
import type { Day } from "#surveys/paper/calendar";
import { FORM_NAMES } from "#surveys/paper/form";
import { LANGUAGES } from "#surveys/paper/language";
import { isDuplicateKey } from "../database/database-problem";
import type { NewWriting, Writing, WritingState } from "./contract";
import { DONE_WORDS, WRITING_KINDS, WRITING_STATES } from "./contract";

type StoredWriting = Omit<Writing, "id"> & { readonly _id: string };

const text = { type: String, required: true } as const;
const schema = new Schema<StoredWriting>(
  {
    _id: text,
    kind: { type: String, enum: WRITING_KINDS, required: true },
    round: text,
    institution: text,
    form: { type: String, enum: FORM_NAMES, required: true },
    item: text,
    language: { type: String, enum: LANGUAGES, required: true },
    text: String,
    cleansed: String,
    arrivedOn: String,
    state: { type: String, enum: WRITING_STATES, required: true },
    version: { type: Number, required: true },
    worriedAt: Date,
    worriedBy: String,
    escalatedAt: Date,
    done: { type: [{ type: String, enum: DONE_WORDS }], default: undefined },
    doneOn: String,
  },
  { versionKey: false, strict: "throw" },
);
schema.index({ round: 1, state: 1 });
schema.index({ state: 1 });

const OPEN: readonly WritingState[] = ["waiting", "worrying"];
const GONE = { text: 1, cleansed: 1, arrivedOn: 1, worriedAt: 1, worriedBy: 1, escalatedAt: 1 } as const;
const toWriting = ({ _id, ...rest }: StoredWriting): Writing => ({ id: _id, ...rest });

/** From what an editor has seen. */
export interface Turn {
  readonly id: string;
  readonly version: number;
  readonly from: WritingState;
  readonly to: WritingState;
}

export type WritingStore = ReturnType<typeof createWritingStore>;

/** What an editor does: nothing where the writing is not, or no more, what it has seen. */
const createDeeds = (writings: Model<StoredWriting>) => ({
  /** False when it is not, or no more, what the editor has seen. */
  async cleanse(id: string, seen: number, cleansed: string): Promise<boolean> {
    const { matchedCount } = await writings.updateOne(
      { _id: id, state: "waiting", version: seen },
      { $set: { cleansed, version: seen + 1 } },
    );
    return matchedCount === 1;
  },
  /** `set` comes with the new state; the text goes where the new state has none. */
  async turn(
    { id, version, from, to }: Turn,
    set: Partial<Pick<Writing, "worriedAt" | "worriedBy" | "done" | "doneOn">> = {},
  ): Promise<boolean> {
    const isRead = to === "read" || to === "acted";
    const { matchedCount } = await writings.updateOne(
      { _id: id, state: from, version },
      {
        $set: { state: to, version: version + 1, ...set },
        $unset: isRead ? GONE : to === "worrying" ? { escalatedAt: 1 } : {},
      },
    );
    return matchedCount === 1;
  },
});

export function createWritingStore(connection: Connection) {
  const writings = connection.model<StoredWriting>("Writing", schema, "writings");
  const list = async (filter: object, without: Readonly<Record<string, 0>> = {}): Promise<Writing[]> =>
    (await writings.find(filter).select(without).lean<StoredWriting[]>()).map(toWriting);

  return {
    async prepare(): Promise<void> {
      await writings.createIndexes();
    },
    /** Those that were never there; what has been read stays read. */
    async insertNew(given: readonly NewWriting[], arrivedOn: Day): Promise<void> {
      const fresh = given.map(({ id, ...rest }) => ({ _id: id, ...rest, arrivedOn, state: "waiting", version: 0 }));
      for (const one of fresh) {
        try {
          await writings.create([one as StoredWriting]);
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
    },
    /** Of an answer that came too late, and that its child was told is not taken. */
    async withdraw(ids: readonly string[]): Promise<void> {
      await writings.deleteMany({ _id: { $in: [...ids] }, state: "waiting" });
    },
    async find(id: string): Promise<Writing | null> {
      const found = await writings.findById(id).lean<StoredWriting>();
      return found ? toWriting(found) : null;
    },
    /** Without their texts. */
    listOpen: (rounds: readonly string[]) =>
      list({ round: { $in: [...rounds] }, state: { $in: OPEN } }, { text: 0, cleansed: 0 }),
    /** Without their texts, of all rounds. */
    listAllOpen: () => list({ state: { $in: OPEN } }, { text: 0, cleansed: 0 }),
    /** Whose quotation a crash may have kept from standing. */
    listHalfQuoted: () => list({ state: "quoted", text: { $exists: true } }),
    countOpen: (round: string, institution: string) =>
      writings.countDocuments({ round, institution, state: { $in: OPEN } }),
    ...createDeeds(writings),
    /** Its quotation stands elsewhere now. */
    async forgetText(id: string): Promise<void> {
      await writings.updateOne({ _id: id, state: "quoted" }, { $unset: GONE });
    },
    async escalate(ids: readonly string[], escalatedAt: Date): Promise<void> {
      await writings.updateMany(
        { _id: { $in: [...ids] }, state: { $in: OPEN }, escalatedAt: { $exists: false } },
        { $set: { escalatedAt } },
      );
    },
    /** At sealing: nothing is left of what was read. What nobody has read, or acted on, waits on. */
    async deleteRead(round: string): Promise<void> {
      await writings.deleteMany({ round, state: { $in: ["read", "quoted"] }, text: { $exists: false } });
    },
    /** Unread for so long that they are given up. */
    async deleteUnread(round: string): Promise<void> {
      await writings.deleteMany({ round, state: "waiting" });
    },
  };
}
