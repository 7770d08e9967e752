/** Dialogues in MongoDB, each under the hash of its link's token; gone when the link has ended. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { FormName } from "#surveys/paper/form";
import { MOST_PROPOSALS } from "./contract";

export interface StoredDialogue {
  /** SHA-256 of the token: who reads the data can open none. */
  readonly _id: string;
  readonly institution: string;
  readonly round: string;
  readonly form: FormName;
  readonly group?: readonly string[];
  readonly items: readonly string[];
  readonly expiresAt: Date;
  readonly proposals: number;
}

type Place = Pick<StoredDialogue, "institution" | "round">;

const text = { type: String, required: true } as const;
const schema = new Schema<StoredDialogue>(
  {
    _id: text,
    institution: text,
    round: text,
    form: text,
    group: { type: [String], default: undefined },
    items: { type: [String], required: true },
    expiresAt: { type: Date, required: true },
    proposals: { type: Number, required: true },
  },
  { versionKey: false, strict: "throw" },
);
schema.index({ expiresAt: 1 });

export type DialogueStore = ReturnType<typeof createDialogueStore>;

export function createDialogueStore(connection: Connection) {
  const dialogues = connection.model<StoredDialogue>("Dialogue", schema, "dialogues");
  return {
    async prepare(): Promise<void> {
      await dialogues.createIndexes();
    },
    async insert(dialogue: StoredDialogue): Promise<void> {
      await dialogues.create([dialogue]);
    },
    /** Undefined where there is none, or no longer. */
    async find(id: string, now: Date): Promise<StoredDialogue | undefined> {
      const found = await dialogues.findOne({ _id: id, expiresAt: { $gt: now } }).lean<StoredDialogue>();
      return found ?? undefined;
    },
    /** Whether there was room for one more proposal. */
    async takeRoom(id: string): Promise<boolean> {
      const result = await dialogues.updateOne(
        { _id: id, proposals: { $lt: MOST_PROPOSALS } },
        { $inc: { proposals: 1 } },
      );
      return result.matchedCount === 1;
    },
    /** What took it was there already. */
    async giveRoomBack(id: string): Promise<void> {
      await dialogues.updateOne({ _id: id }, { $inc: { proposals: -1 } });
    },
    /** The last to end first. */
    async listOpen({ institution, round }: Place, now: Date): Promise<StoredDialogue[]> {
      return dialogues
        .find({ institution, round, expiresAt: { $gt: now } })
        .sort({ expiresAt: -1 })
        .lean<StoredDialogue[]>();
    },
    /** Whoever holds its link has nothing from now on. */
    async end({ institution, round }: Place, id: string): Promise<void> {
      await dialogues.deleteOne({ _id: id, institution, round });
    },
    async deleteEnded(now: Date): Promise<void> {
      await dialogues.deleteMany({ expiresAt: { $lte: now } });
    },
  };
}
