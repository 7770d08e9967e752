/** Answers to children in MongoDB: one record for an institution in a round, changed only by who has read its latest revision. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { Day } from "#surveys/paper/calendar";
import { isDuplicateKey } from "../database/database-problem";
import type { Feedback, Standing } from "./contract";

type StoredFeedback = Feedback & { readonly _id: string };

const text = { type: String, required: true } as const;
const schema = new Schema<StoredFeedback>(
  {
    _id: text,
    round: text,
    institution: text,
    revision: { type: Number, required: true },
    draft: { type: Schema.Types.Mixed, required: true },
    published: Schema.Types.Mixed,
    followUp: Schema.Types.Mixed,
    followUpDraft: Schema.Types.Mixed,
    overdueSince: String,
  },
  { versionKey: false, strict: "throw", minimize: false },
);
schema.index({ round: 1 });

const idOf = ({ round, institution }: Pick<Feedback, "round" | "institution">): string => `${round}:${institution}`;

const toFeedback = ({
  round,
  institution,
  revision,
  draft,
  published,
  followUp,
  followUpDraft,
  overdueSince,
}: StoredFeedback): Feedback => ({
  round,
  institution,
  revision,
  draft,
  ...(published && { published }),
  ...(followUp && { followUp }),
  ...(followUpDraft && { followUpDraft }),
  ...(overdueSince && { overdueSince }),
});

export type FeedbackStore = ReturnType<typeof createFeedbackStore>;

export function createFeedbackStore(connection: Connection) {
  const feedbacks = connection.model<StoredFeedback>("Feedback", schema, "feedbacks");
  return {
    async prepare(): Promise<void> {
      await feedbacks.createIndexes();
    },
    async find(round: string, institution: string): Promise<Feedback | undefined> {
      const found = await feedbacks.findById(idOf({ round, institution })).lean<StoredFeedback>();
      return found ? toFeedback(found) : undefined;
    },
    /** How far each is, without a word of it. */
    listStandings: (rounds: readonly string[]) =>
      feedbacks
        .find({ round: { $in: [...rounds] } })
        .select({ _id: 0, round: 1, institution: 1, "published.firstOn": 1, "followUp.on": 1, overdueSince: 1 })
        .lean<Standing[]>()
        .exec(),
    /** Writes the next revision; false where another has written it, and nothing is changed. */
    async save({ revision, ...feedback }: Feedback): Promise<boolean> {
      const next = { ...feedback, _id: idOf(feedback), revision: revision + 1 };
      if (revision > 0) {
        const { matchedCount } = await feedbacks.replaceOne({ _id: next._id, revision }, next);
        return matchedCount === 1;
      }
      try {
        await feedbacks.create([next]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    /** Remembers, once, that an answer is late. Who is writing it has still read its latest revision. */
    async markOverdue(round: string, institution: string, since: Day): Promise<void> {
      const _id = idOf({ round, institution });
      const empty = { _id, round, institution, revision: 1, draft: {}, overdueSince: since };
      try {
        await feedbacks.create([empty]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const isFirst = { _id, published: { $exists: false }, overdueSince: { $exists: false } };
        await feedbacks.updateOne(isFirst, { $set: { overdueSince: since } });
      }
    },
  };
}
