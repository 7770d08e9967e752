/** Releases in MongoDB: written once, never changed. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { isDuplicateKey } from "../database/database-problem";
import type { Release } from "./contract";

interface StoredRelease {
  /** `<round>:<institution>:<version>`, so that publishing again changes nothing. */
  readonly _id: string;
  readonly round: string;
  readonly institution: string;
  readonly release: Release;
}

const text = { type: String, required: true } as const;
const schema = new Schema<StoredRelease>(
  { _id: text, round: text, institution: text, release: { type: Schema.Types.Mixed, required: true } },
  { versionKey: false, strict: "throw", minimize: false },
);
schema.index({ institution: 1, round: 1 });

export type ReleaseStore = ReturnType<typeof createReleaseStore>;

export function createReleaseStore(connection: Connection) {
  const releases = connection.model<StoredRelease>("Release", schema, "releases");
  return {
    async prepare(): Promise<void> {
      await releases.createIndexes();
    },
    async insert(release: Release): Promise<void> {
      const { roundId: round, institutionId: institution, version } = release;
      try {
        await releases.create([{ _id: `${round}:${institution}:${version}`, round, institution, release }]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    /** The newest version. */
    async find(institution: string, round: string): Promise<Release | undefined> {
      const found = await releases.find({ institution, round }).lean<StoredRelease[]>();
      return found.map(({ release }) => release).sort((a, b) => b.version - a.version)[0];
    },
    async listRounds(institution: string): Promise<Set<string>> {
      const found = await releases.find({ institution }).select({ round: 1 }).lean<{ round: string }[]>();
      return new Set(found.map(({ round }) => round));
    },
  };
}
