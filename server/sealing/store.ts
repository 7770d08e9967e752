/**
 * Tables of counts: first in the secrets' database, which no restore touches, then in the main one. There is one under each
 * id, and the first one stays. The plan of a sealing lies beside them: what was decided before anything was deleted.
 */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { UnitTable } from "#surveys/results/table";
import { isDuplicateKey } from "../database/database-problem";
import type { SealingUnit } from "./contract";

interface StoredTable {
  readonly _id: string;
  readonly round: string;
  readonly table: UnitTable;
}

interface StoredPlan {
  /** `<round>:<number>`: what came to a round after its first plan, by a restore, has another one. */
  readonly _id: string;
  readonly round: string;
  readonly units: readonly SealingUnit[];
}

const text = { type: String, required: true } as const;
const mixed = { type: Schema.Types.Mixed, required: true } as const;
const options = { versionKey: false, strict: "throw", minimize: false } as const;
const tableSchema = new Schema<StoredTable>({ _id: text, round: text, table: mixed }, options);
tableSchema.index({ round: 1 });
const planSchema = new Schema<StoredPlan>({ _id: text, round: text, units: mixed }, options);
planSchema.index({ round: 1 });

export type TableStore = ReturnType<typeof createTableStore>;

/** False when there is one under this id already. */
async function insertIfAbsent(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export function createTableStore(connection: Connection, secretsConnection: Connection) {
  const tables = connection.model<StoredTable>("Table", tableSchema, "tables");
  const kept = secretsConnection.model<StoredTable>("KeptTable", tableSchema, "tables");
  const plans = secretsConnection.model<StoredPlan>("SealingPlan", planSchema, "sealingPlans");

  /** By id, and in its order. */
  async function listIn(model: typeof tables, round: string): Promise<Map<string, UnitTable>> {
    const found = await model.find({ round }).sort({ _id: 1 }).lean<StoredTable[]>();
    return new Map(found.map(({ _id, table }) => [_id, table]));
  }

  const findKept = async (id: string): Promise<UnitTable | undefined> =>
    (await kept.findById(id).lean<StoredTable>())?.table;

  return {
    async prepare(): Promise<void> {
      await tables.createIndexes();
      await kept.createIndexes();
      await plans.createIndexes();
    },
    async listPlans(round: string): Promise<(readonly SealingUnit[])[]> {
      const found = await plans.find({ round }).lean<StoredPlan[]>();
      return found.map(({ units }) => units);
    },
    /** The first plan under a number stays. */
    async savePlan(round: string, number: number, units: readonly SealingUnit[]): Promise<void> {
      await insertIfAbsent(() => plans.create([{ _id: `${round}:${number}`, round, units }]));
    },
    findKept,
    /** The first table of a unit stays; gives the one that holds. */
    async keep(id: string, table: UnitTable): Promise<UnitTable> {
      await insertIfAbsent(() => kept.create([{ _id: id, round: table.round, table }]));
      const found = await findKept(id);
      if (!found) throw new Error(`The table ${id} that was kept cannot be read.`);
      return found;
    },
    async insert(id: string, table: UnitTable): Promise<void> {
      await insertIfAbsent(() => tables.create([{ _id: id, round: table.round, table }]));
    },
    listTables: async (round: string): Promise<UnitTable[]> => [...(await listIn(tables, round)).values()],
    listStored: (round: string) => listIn(tables, round),
    listKept: (round: string) => listIn(kept, round),
  };
}
