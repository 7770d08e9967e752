/** Releases in MongoDB: written once, never changed. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { dayAt } from "#surveys/paper/calendar";
import { isDuplicateKey } from "../database/database-problem";
import type { Release } from "./contract";

interface StoredRelease {
  /** `<round>:<institution>:<version>`, so that publishing again changes nothing. */
  readonly _id: string;
  readonly round: string;
  readonly institution: string;
  /** By what the last comparable round is found. */
  readonly survey: string;
  readonly closedOn: string;
  readonly release: Release;
}

const text = { type: String, required: true } as const;
const schema = new Schema<StoredRelease>(
  {
    _id: text,
    round: text,
    institution: text,
    survey: text,
    closedOn: text,
    release: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, strict: "throw", minimize: false },
);
schema.index({ institution: 1, round: 1 });
schema.index({ institution: 1, survey: 1, closedOn: -1 });

/** Earlier rounds that a release is compared with: the last one of the same items, and what a picture shows beside it. */
const MOST_EARLIER = 4;

export type ReleaseStore = ReturnType<typeof createReleaseStore>;

export function createReleaseStore(connection: Connection) {
  const releases = connection.model<StoredRelease>("Release", schema, "releases");
  return {
    async prepare(): Promise<void> {
      await releases.createIndexes();
    },
    async insert(release: Release): Promise<void> {
      const { roundId: round, institutionId: institution, version, survey, closedOn } = release;
      try {
        await releases.create([
          { _id: `${round}:${institution}:${version}`, round, institution, survey, closedOn, release },
        ]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    /** The newest version. */
    async find(institution: string, round: string): Promise<Release | undefined> {
      const found = await releases.find({ institution, round }).lean<StoredRelease[]>();
      return found.map(({ release }) => release).sort((a, b) => b.version - a.version)[0];
    },
    /** Newest first. */
    async listEarlier(institution: string, { survey, before }: { survey: string; before: Date }): Promise<Release[]> {
      const found = await releases
        .find({ institution, survey, closedOn: { $lt: dayAt(before) } })
        .sort({ closedOn: -1 })
        .limit(MOST_EARLIER)
        .lean<StoredRelease[]>();
      return found.map(({ release }) => release);
    },
    async listRounds(institution: string): Promise<Set<string>> {
      const found = await releases.find({ institution }).select({ round: 1 }).lean<{ round: string }[]>();
      return new Set(found.map(({ round }) => round));
    },
  };
}
