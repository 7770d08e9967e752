/** Releases in MongoDB, and of what they were computed: written once, never changed. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { Day } from "#surveys/paper/calendar";
import { isDuplicateKey } from "../database/database-problem";
import type { Release, Told } from "./contract";

/** Beside the tables, all that a round's releases are computed of. */
export interface StoredInput extends Told {
  /** Ids of the earlier releases that each institution's is compared with, newest first. */
  readonly earlier: readonly { readonly institution: string; readonly releases: readonly string[] }[];
}

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

const inputSchema = new Schema<{ _id: string; input: StoredInput }>(
  { _id: text, input: { type: Schema.Types.Mixed, required: true } },
  { versionKey: false, strict: "throw", minimize: false },
);

const idOf = ({ roundId, institutionId, version }: Release): string => `${roundId}:${institutionId}:${version}`;

/** Earlier rounds that a release is compared with: the last one of the same items, and what a picture shows beside it. */
const MOST_EARLIER = 4;

export type ReleaseStore = ReturnType<typeof createReleaseStore>;

export function createReleaseStore(connection: Connection) {
  const releases = connection.model<StoredRelease>("Release", schema, "releases");
  const inputs = connection.model<{ _id: string; input: StoredInput }>("ReleaseInput", inputSchema, "releaseInputs");

  const findInput = async (round: string): Promise<StoredInput | undefined> =>
    (await inputs.findById(round).lean<{ input: StoredInput }>())?.input;

  return {
    async prepare(): Promise<void> {
      await releases.createIndexes();
    },
    async insert(release: Release): Promise<void> {
      const { roundId: round, institutionId: institution, survey, closedOn } = release;
      try {
        await releases.create([{ _id: idOf(release), round, institution, survey, closedOn, release }]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    findInput,
    /** The first one of a round stays; gives the one that holds. */
    async keepInput(round: string, input: StoredInput): Promise<StoredInput> {
      try {
        await inputs.create([{ _id: round, input }]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      return (await findInput(round)) ?? input;
    },
    /** In the order of the ids; those that are not there are left out. */
    async listByIds(ids: readonly string[]): Promise<Release[]> {
      if (ids.length === 0) return [];
      const found = await releases.find({ _id: { $in: [...ids] } }).lean<StoredRelease[]>();
      return ids.flatMap((id) => found.find(({ _id }) => _id === id)?.release ?? []);
    },
    /** Institutions that have a release of the round. */
    async listInstitutions(round: string): Promise<string[]> {
      const found = await releases
        .find({ _id: { $gte: `${round}:`, $lt: `${round};` }, round })
        .select({ institution: 1 })
        .lean<{ institution: string }[]>();
      return [...new Set(found.map(({ institution }) => institution))];
    },
    /** The newest version. */
    async find(institution: string, round: string): Promise<Release | undefined> {
      const found = await releases.find({ institution, round }).lean<StoredRelease[]>();
      return found.map(({ release }) => release).sort((a, b) => b.version - a.version)[0];
    },
    /** The newest version of each round, oldest round first. */
    async listOfInstitution(institution: string): Promise<Release[]> {
      const found = await releases.find({ institution }).lean<StoredRelease[]>();
      const newest = new Map<string, Release>();
      for (const { release } of found.toSorted((one, other) => one.release.version - other.release.version))
        newest.set(release.roundId, release);
      return [...newest.values()].sort((one, other) => (one.closedOn < other.closedOn ? -1 : 1));
    },
    /** Ids, newest first. */
    async listEarlier(institution: string, { survey, before }: { survey: string; before: Day }): Promise<string[]> {
      const found = await releases
        .find({ institution, survey, closedOn: { $lt: before } })
        .sort({ closedOn: -1 })
        .limit(MOST_EARLIER)
        .select({ _id: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}
