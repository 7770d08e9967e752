/** Actions in MongoDB. Written under the id of the form that made them, changed only by who has read the last version. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { isDuplicateKey } from "../database/database-problem";
import type { Action } from "./contract";

interface StoredAction {
  readonly _id: string;
  readonly institution: string;
  readonly version: number;
  readonly action: Omit<Action, "id" | "institutionId" | "version">;
}

const text = { type: String, required: true } as const;
const schema = new Schema<StoredAction>(
  {
    _id: text,
    institution: text,
    version: { type: Number, required: true },
    action: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, strict: "throw", minimize: false },
);
schema.index({ institution: 1 });

/** A board that nobody can overlook is no board; and what a link may add stays bounded. */
const MOST_LISTED = 1000;

const told = ({ _id: id, institution: institutionId, version, action }: StoredAction): Action => ({
  ...action,
  id,
  institutionId,
  version,
});

const stored = ({ id: _id, institutionId: institution, version, ...action }: Action): StoredAction => ({
  _id,
  institution,
  version,
  action,
});

export type ActionStore = ReturnType<typeof createActionStore>;

export function createActionStore(connection: Connection) {
  const actions = connection.model<StoredAction>("Action", schema, "actions");
  return {
    async prepare(): Promise<void> {
      await actions.createIndexes();
    },
    /** Under an id that is there already nothing is written: then false. */
    async insert(action: Action): Promise<boolean> {
      try {
        await actions.create([stored(action)]);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },
    async list(institution: string): Promise<Action[]> {
      const found = await actions.find({ institution }).limit(MOST_LISTED).lean<StoredAction[]>();
      return found.map(told);
    },
    async find(institution: string, id: string): Promise<Action | undefined> {
      const found = await actions.findOne({ _id: id, institution }).lean<StoredAction>();
      return found ? told(found) : undefined;
    },
    /** Whether it was still the version that came before. */
    async replace(action: Action): Promise<boolean> {
      const { _id, institution, version, action: changed } = stored(action);
      const result = await actions.updateOne(
        { _id, institution, version: version - 1 },
        { $set: { version, action: changed } },
      );
      return result.matchedCount === 1;
    },
  };
}
