/** collStats, dbStats, listDatabases and `$collStats`: how much there is. Indexes are measured by their keys. */
import { Int32, Long } from "bson";
import type { Document } from "bson";
import { compileFilter } from "../query/filter";
import { ServerError } from "../server-error";
import type { Collection } from "../storage/collection";
import { EVERYTHING } from "../storage/snapshot";
import type { Call, Command } from "./command";
import { collectionName, documentField, flagField, numberField, refuseOptions } from "./command";

interface Size {
  count: number;
  size: number;
}

interface Figures {
  readonly records: Size;
  /** By name; the index on `_id` is the order of the records and has no size of its own. */
  readonly indexes: Readonly<Record<string, number>>;
}

const NOTHING: Figures = { records: { count: 0, size: 0 }, indexes: {} };
const sumOf = (sizes: Readonly<Record<string, number>>) => Object.values(sizes).reduce((sum, one) => sum + one, 0);

async function measure({ pace }: Call, { view, spec }: Collection, id: number): Promise<Size> {
  const measured = { count: 0, size: 0 };
  await pace.each(view.range(id, EVERYTHING), ({ key, value }) => {
    measured.count += 1;
    measured.size += id === spec.id ? value.length : key.length;
    return false;
  });
  return measured;
}

/** Nothing when there is no such collection. */
async function figuresOf(call: Call, name: string): Promise<Figures> {
  const collection = call.databases.read(call.database, name);
  if (!collection) return NOTHING;
  try {
    const indexes: Record<string, number> = { _id_: 0 };
    for (const index of collection.spec.indexes) indexes[index.name] = (await measure(call, collection, index.id)).size;
    return { records: await measure(call, collection, collection.spec.id), indexes };
  } finally {
    collection.view.done();
  }
}

/** Throws `ServerError` 72. */
function scaleOf(options: Document): number {
  const scale = numberField(options, "scale", 1);
  if (scale > 0) return scale;
  throw new ServerError(72, "scale has to be a number >= 1");
}

function shown({ records, indexes }: Figures, scale: number): Document {
  const inUnits = (bytes: number) => Math.floor(bytes / scale);
  return {
    size: inUnits(records.size),
    count: records.count,
    ...(records.count > 0 ? { avgObjSize: Math.floor(records.size / records.count) } : {}),
    numOrphanDocs: 0,
    storageSize: inUnits(records.size),
    totalIndexSize: inUnits(sumOf(indexes)),
    totalSize: inUnits(records.size + sumOf(indexes)),
    nindexes: Object.keys(indexes).length,
    indexSizes: Object.fromEntries(Object.entries(indexes).map(([name, size]) => [name, inUnits(size)])),
    capped: false,
    scaleFactor: scale,
  };
}

/** The document that `$collStats` gives, with what was asked for. */
export async function collectionStatistics(call: Call, name: string, wanted: Document): Promise<Document> {
  refuseOptions(wanted, ["latencyStats", "queryExecStats"]);
  const unknown = Object.keys(wanted).find((part) => part !== "count" && part !== "storageStats");
  if (unknown) throw new ServerError(40415, `BSON field '$collStats.${unknown}' is an unknown field.`);
  const figures = await figuresOf(call, name);
  const storage = documentField(wanted, "storageStats");
  return {
    ns: `${call.database}.${name}`,
    localTime: new Date(),
    ...(storage ? { storageStats: shown(figures, scaleOf(storage)) } : {}),
    ...(wanted["count"] === undefined ? {} : { count: new Int32(figures.records.count) }),
  };
}

export const collStats: Command = {
  fields: ["scale"],
  async run(call) {
    const name = collectionName(call);
    const scale = scaleOf(call.request);
    return { ns: `${call.database}.${name}`, ...shown(await figuresOf(call, name), scale), ok: 1 };
  },
};

export const dbStats: Command = {
  fields: ["scale", "freeStorage"],
  async run(call) {
    const { databases, database } = call;
    const file = databases.find(database);
    const scale = scaleOf(call.request);
    const all: Figures[] = [];
    for (const { name } of file?.collections ?? []) all.push(await figuresOf(call, name));
    const total = (part: (one: Figures) => number) => all.reduce((sum, one) => sum + part(one), 0);
    const [objects, size] = [total(({ records }) => records.count), total(({ records }) => records.size)];
    return {
      db: database,
      collections: all.length,
      views: 0,
      objects,
      avgObjSize: objects > 0 ? size / objects : 0,
      dataSize: Math.floor(size / scale),
      storageSize: Math.floor(size / scale),
      indexes: total(({ indexes }) => Object.keys(indexes).length),
      indexSize: Math.floor(total(({ indexes }) => sumOf(indexes)) / scale),
      totalSize: Math.floor((file?.bytes() ?? 0) / scale),
      scaleFactor: scale,
      ok: 1,
    };
  },
};

export const listDatabases: Command = {
  fields: ["filter", "nameOnly", "authorizedDatabases"],
  run({ request, databases, database }) {
    if (database !== "admin") throw new ServerError(13, "listDatabases may only be run against the admin database.");
    const matches = compileFilter(documentField(request, "filter") ?? {});
    const all = databases
      .names()
      .map((name) => ({ name, sizeOnDisk: Long.fromNumber(databases.find(name)?.bytes() ?? 0), empty: false }))
      .filter(matches);
    if (flagField(request, "nameOnly")) return { databases: all.map(({ name }) => ({ name })), ok: 1 };
    const totalSize = all.reduce((sum, { sizeOnDisk }) => sum.add(sizeOnDisk), Long.ZERO);
    return { databases: all, totalSize, totalSizeMb: totalSize.divide(1_048_576), ok: 1 };
  },
};
