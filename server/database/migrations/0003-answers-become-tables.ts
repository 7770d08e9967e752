/**
 * What was sealed before was kept answer by answer. It becomes answers of a round that is being sealed, so that the first tick
 * counts them into tables, deletes them, and publishes what the tables tell in the place of the former releases, whose
 * figures another rule made. Counts of languages and ways were an institution's; nothing can be told by them of a form.
 */
import type { Step, StepContext } from "./step";

interface SealedAnswer {
  readonly _id: string;
  readonly round: string;
  readonly copy?: string;
}

const AT_ONCE = 500;

interface ChosenCopy {
  readonly _id: string;
  readonly copy: string;
  /** What the copy was made of is gone. */
  readonly isAlone?: boolean | null;
}

/**
 * A sealing that was cut short may have left the answers that its chosen copy was made of: they go before the first copied
 * answer stands among them, where it could not be told from them.
 */
async function dropCopied({ main, signal }: StepContext): Promise<void> {
  const responses = main.collection<SealedAnswer>("responses");
  const copies = main.collection<ChosenCopy>("sealedCopies");
  for (const { _id: round } of await copies.find({ isAlone: null }).toArray()) {
    for (;;) {
      signal.throwIfAborted();
      const some = await responses.find({ round }).sort({ _id: 1 }).limit(AT_ONCE).toArray();
      if (some.length === 0) break;
      for (const { _id } of some) await responses.deleteOne({ _id });
    }
    await copies.updateOne({ _id: round }, { $set: { isAlone: true } });
  }
}

/** Only the copy that was chosen is the round's; what another process had begun to copy is the same answers again. */
async function moveAnswers({ main, signal }: StepContext): Promise<void> {
  const sealed = main.collection<SealedAnswer>("sealedResponses");
  const responses = main.collection<SealedAnswer>("responses");
  const copies = main.collection<ChosenCopy>("sealedCopies");
  const chosen = new Map((await copies.find({}).toArray()).map(({ _id, copy }) => [_id, copy]));
  for (;;) {
    signal.throwIfAborted();
    const some = await sealed.find({}).sort({ _id: 1 }).limit(AT_ONCE).toArray();
    if (some.length === 0) break;
    for (const { copy, ...answer } of some) {
      if (chosen.get(answer.round) === copy) await responses.replaceOne({ _id: answer._id }, answer, { upsert: true });
      await sealed.deleteOne({ _id: answer._id });
    }
  }
  for (const _id of chosen.keys()) await copies.deleteOne({ _id });
}

/** A former release has no day by which it is found. */
const FORMER = { closedOn: null };

async function sealAgain({ main, signal }: StepContext): Promise<void> {
  const releases = main.collection<{ _id: string; round: string; closedOn?: string | null }>("releases");
  const rounds = main.collection<{ _id: string; state: string; sealedAt?: Date }>("rounds");
  for (;;) {
    signal.throwIfAborted();
    const some = await releases.find(FORMER).sort({ _id: 1 }).limit(AT_ONCE).toArray();
    if (some.length === 0) return;
    for (const { _id, round } of some) {
      await rounds.updateOne({ _id: round, state: "sealed" }, { $set: { state: "sealing" }, $unset: { sealedAt: "" } });
      await releases.deleteOne({ _id });
    }
  }
}

async function dropTallies({ main, signal }: StepContext): Promise<void> {
  const tallies = main.collection<{ _id: string; band?: string | null }>("tallies");
  for (const { _id } of await tallies.find({ band: null }).toArray()) {
    signal.throwIfAborted();
    await tallies.deleteOne({ _id });
  }
}

export const answersBecomeTables: Step = {
  title: "answers of sealed rounds are counted into tables and deleted",
  async run(options) {
    await dropCopied(options);
    await moveAnswers(options);
    await sealAgain(options);
    await dropTallies(options);
  },
};
