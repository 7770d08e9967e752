/** A round from before it named its institutions had only its groups, each of which has one. */
import type { Step } from "./step";

interface OldRound {
  readonly _id: string;
  readonly groupIds?: readonly string[];
  readonly institutionIds?: readonly string[] | null;
}

export const roundsKnowTheirInstitutions: Step = {
  title: "rounds name their institutions",
  async run({ main, signal }) {
    const rounds = main.collection<OldRound>("rounds");
    const groups = main.collection<{ _id: string; institutionId: string }>("groups");
    // Null is what has none, too.
    for (const { _id, groupIds = [] } of await rounds.find({ institutionIds: null }).sort({ _id: 1 }).toArray()) {
      signal.throwIfAborted();
      const found = await groups.find({ _id: { $in: [...groupIds] } }).toArray();
      const institutionIds = [...new Set(found.map(({ institutionId }) => institutionId))].sort();
      await rounds.updateOne({ _id, institutionIds: null }, { $set: { institutionIds } });
    }
  },
};
