/** Rounds in MongoDB. A state changes only from a state it may follow, in one atomic update. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { LANGUAGES } from "#surveys/paper/language";
import { isDuplicateKey } from "../database/database-problem";
import type { EditorPair, HeardSoFar, Round, RoundLine, RoundState } from "./contract";
import { KEY_WAYS, RESULTS_PER, ROUND_LINE, ROUND_STATES } from "./contract";

type StoredRound = Omit<Round, "id"> & { readonly _id: string };

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const localTextSchema = new Schema({ da: text, en: text }, { _id: false });
const localText = { type: localTextSchema, required: true } as const;

const editorPairSchema = new Schema(
  { language: { type: String, enum: LANGUAGES, required: true }, editor: text, deputy: text },
  { _id: false },
);

const schema = new Schema<StoredRound>(
  {
    _id: text,
    title: localText,
    survey: text,
    surveyVersion: { type: Number, required: true },
    groupIds: { type: [String], required: true },
    institutionIds: { type: [String], required: true },
    resultsPer: { type: String, enum: RESULTS_PER },
    leaves: { type: [[String]], default: undefined },
    purpose: localText,
    ownerRole: localText,
    readerRole: localTextSchema,
    editors: { type: [editorPairSchema], default: undefined },
    feedbackDueAt: date,
    legalBasis: text,
    controller: text,
    dpiaReference: text,
    keyWay: { type: String, enum: KEY_WAYS, required: true },
    graceDays: { type: Number, required: true },
    opensAt: date,
    closesAt: date,
    state: { type: String, enum: ROUND_STATES, required: true },
    closedAt: Date,
    sealedAt: Date,
  },
  { versionKey: false, strict: "throw" },
);
schema.index({ state: 1 });
schema.index({ institutionIds: 1 });

const heardSchema = new Schema(
  {
    _id: text,
    countedAt: date,
    counts: [{ type: new Schema({ institution: text, atLeast: { type: Number, required: true } }, { _id: false }) }],
  },
  { versionKey: false, strict: "throw" },
);

function toRound({ _id, ...rest }: StoredRound): Round {
  return { id: _id, ...rest };
}

const oneOf = (found: StoredRound | null): Round | null => (found ? toRound(found) : null);

const readBy = (user: string) => ({ $or: [{ "editors.editor": user }, { "editors.deputy": user }] });

function replaced(pair: EditorPair, from: string, to: string): EditorPair {
  const { editor, deputy } = pair;
  if (editor === to || deputy === to) return pair;
  return { ...pair, editor: editor === from ? to : editor, deputy: deputy === from ? to : deputy };
}

const editorsAfter = ({ editors = [] }: Round, from: string, to: string) => ({
  editors: editors.map((pair) => replaced(pair, from, to)),
});

export type RoundStore = ReturnType<typeof createRoundStore>;

export function createRoundStore(connection: Connection) {
  const rounds = connection.model<StoredRound>("Round", schema, "rounds");
  const heard = connection.model("HeardCounts", heardSchema, "heardCounts");
  const listWhere = async (filter: object): Promise<Round[]> =>
    (await rounds.find(filter).lean<StoredRound[]>()).map(toRound);
  return {
    async prepare(): Promise<void> {
      await rounds.createIndexes();
    },
    async insert({ id, ...rest }: Round): Promise<void> {
      await rounds.create([{ _id: id, ...rest }]);
    },
    /** False when there is one with this id. */
    async insertNew({ id, ...rest }: Round): Promise<boolean> {
      try {
        await rounds.create([{ _id: id, ...rest }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    find: async (id: string): Promise<Round | null> => oneOf(await rounds.findById(id).lean<StoredRound>()),
    async list(): Promise<Round[]> {
      const found = await rounds.find({}).sort({ opensAt: -1 }).lean<StoredRound[]>();
      return found.map(toRound);
    },
    listThese: (ids: readonly string[]) => listWhere({ _id: { $in: [...ids] } }),
    /** Those that name this user as one who reads own words. */
    listReadBy: (user: string) => listWhere(readBy(user)),
    /** In every round that is not sealed; not where the other one is of the same pair already. */
    async replaceEditor(from: string, to: string): Promise<void> {
      const named = await listWhere({ ...readBy(from), state: { $ne: "sealed" } });
      for (const round of named) await rounds.updateOne({ _id: round.id }, { $set: editorsAfter(round, from, to) });
    },
    /** Newest first: those that the institution takes part in, drafts left out. */
    async listOfInstitution(institutionId: string): Promise<RoundLine[]> {
      const found = await rounds
        .find({ institutionIds: institutionId, state: { $ne: "draft" } })
        .select(Object.fromEntries(ROUND_LINE.map((name) => [name, 1])))
        .lean<StoredRound[]>();
      return found.map(toRound).sort((one, other) => other.opensAt.getTime() - one.opensAt.getTime());
    },
    listInStates: (states: readonly RoundState[]) => listWhere({ state: { $in: [...states] } }),
    /** True when the round was in one of the states `from` and now is in `to`. */
    async move(
      id: string,
      from: readonly RoundState[],
      to: RoundState,
      also: Partial<Pick<Round, "closedAt" | "sealedAt" | "leaves">> = {},
    ): Promise<boolean> {
      const { matchedCount } = await rounds.updateOne(
        { _id: id, state: { $in: [...from] } },
        { $set: { state: to, ...also } },
      );
      return matchedCount === 1;
    },
    findHeard: (id: string) => heard.findById(id).lean<HeardSoFar>().exec(),
    async saveHeard(id: string, { countedAt, counts }: HeardSoFar): Promise<void> {
      await heard.updateOne({ _id: id }, { $set: { countedAt, counts } }, { upsert: true });
    },
  };
}
