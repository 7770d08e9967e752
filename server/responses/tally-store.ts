/** In which languages and ways answers were given: counts of an institution's form, never of one answer. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { FORM_NAMES } from "#surveys/paper/form";
import type { FormScope, Submission } from "./contract";

export interface Tally {
  readonly locales?: Readonly<Record<string, number>>;
  readonly modes?: Readonly<Record<string, number>>;
}

const text = { type: String, required: true } as const;
const counts = { type: Map, of: Number, required: true } as const;
const schema = new Schema(
  {
    _id: text,
    round: text,
    institution: text,
    band: { type: String, enum: FORM_NAMES, required: true },
    locales: counts,
    modes: counts,
  },
  { versionKey: false },
);
schema.index({ round: 1 });

export type TallyStore = ReturnType<typeof createTallyStore>;

const idOf = ({ round, institution, band }: FormScope): string => `${round}:${institution}:${band}`;

const fields = (name: string, of: Readonly<Record<string, number>> = {}): [string, number][] =>
  Object.entries(of).map(([value, count]) => [`${name}.${value}`, count]);

export function createTallyStore(connection: Connection) {
  const tallies = connection.model("Tally", schema, "tallies");

  async function add(scope: FormScope, { locales, modes }: Tally): Promise<void> {
    const { round, institution, band } = scope;
    // Paths into maps are strings that Mongoose's types do not know.
    const added = Object.fromEntries([...fields("locales", locales), ...fields("modes", modes)]) as object;
    await tallies.updateOne(
      { _id: idOf(scope) },
      { $inc: added, $setOnInsert: { round, institution, band } },
      { upsert: true },
    );
  }

  return {
    async prepare(): Promise<void> {
      await tallies.createIndexes();
    },
    add,
    addOne: (scope: FormScope, { locale, mode }: Pick<Submission, "locale" | "mode">): Promise<void> =>
      add(scope, { locales: { [locale]: 1 }, modes: { [mode]: 1 } }),
    find: (scope: FormScope) => tallies.findById(idOf(scope)).lean<Tally>().exec(),
    async deleteAll(round: string): Promise<void> {
      await tallies.deleteMany({ round });
    },
  };
}
