/** Which records to look at: one by `_id`, some by the longest useful prefix of an index, or all. */
import type { Document } from "bson";
import type { IndexSpec } from "../storage/catalog";
import type { Collection, StoredRecord } from "../storage/collection";
import { after } from "../storage/collection";
import { isPlainDocument } from "../storage/document-path";
import { encodeKey } from "../storage/key-encoding";

/** What a filter demands of one field; bounds are inclusive here, the filter itself decides afterwards. */
interface Demand {
  readonly among?: readonly unknown[];
  readonly from?: unknown;
  readonly to?: unknown;
}

export interface Plan {
  /** "IDHACK", an index's name, or "COLLSCAN". */
  readonly name: string;
  records(): Iterable<StoredRecord>;
}

function isDirect(value: unknown): boolean {
  return (
    !Array.isArray(value) &&
    !(value instanceof RegExp) &&
    !(isPlainDocument(value) && Object.keys(value).some((key) => key.startsWith("$")))
  );
}

function demandOf(condition: unknown): Demand | undefined {
  if (isDirect(condition)) return { among: [condition] };
  if (!isPlainDocument(condition)) return undefined;
  const { $eq, $in, $gt, $gte, $lt, $lte } = condition;
  if ($eq !== undefined && isDirect($eq)) return { among: [$eq] };
  if (Array.isArray($in) && $in.every(isDirect)) return { among: $in };
  const from = $gte ?? $gt;
  const to = $lte ?? $lt;
  return from === undefined && to === undefined ? undefined : { from, to };
}

function demandsOf(filter: Document): Map<string, Demand> {
  const demands = new Map<string, Demand>();
  const parts: Document[] = [filter, ...(Array.isArray(filter["$and"]) ? (filter["$and"] as Document[]) : [])];
  for (const part of parts) {
    for (const [field, condition] of Object.entries(part)) {
      const demand = field.startsWith("$") ? undefined : demandOf(condition);
      if (demand && !demands.get(field)?.among) demands.set(field, demand);
    }
  }
  return demands;
}

interface IndexUse {
  readonly index: IndexSpec;
  readonly prefixes: readonly Buffer[];
  readonly last?: Demand;
  readonly strength: number;
}

function useOf(index: IndexSpec, demands: ReadonlyMap<string, Demand>): IndexUse {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let strength = 0;
  for (const field of Object.keys(index.key)) {
    const demand = demands.get(field);
    if (!demand?.among) return { index, prefixes, last: demand, strength: strength + (demand ? 1 : 0) };
    const keys = demand.among.map(encodeKey);
    prefixes = prefixes.flatMap((head) => keys.map((key) => Buffer.concat([head, key])));
    strength += 2;
  }
  return { index, prefixes, strength };
}

/** An array may meet both bounds with different elements, so only one of them narrows an index. */
function bounds(prefix: Buffer, last?: Demand): [Buffer, Buffer] {
  if (last?.from !== undefined) return [Buffer.concat([prefix, encodeKey(last.from)]), after(prefix)];
  if (last?.to !== undefined) return [prefix, after(Buffer.concat([prefix, encodeKey(last.to)]))];
  return [prefix, after(prefix)];
}

function* byPrefixes(collection: Collection, { index, prefixes, last }: IndexUse): Generator<StoredRecord> {
  const seen = new Set<string>();
  for (const prefix of prefixes) {
    for (const record of collection.byIndex(index, ...bounds(prefix, last))) {
      const name = record.key.toString("latin1");
      if (!seen.has(name)) yield record;
      seen.add(name);
    }
  }
}

function* byIds(collection: Collection, ids: readonly unknown[]): Generator<StoredRecord> {
  const keys = new Map(ids.map((id) => encodeKey(id)).map((key) => [key.toString("latin1"), key]));
  for (const key of keys.values()) {
    const bytes = collection.find(key);
    if (bytes) yield { key, bytes };
  }
}

export function plan(collection: Collection, filter: Document): Plan {
  const demands = demandsOf(filter);
  const ids = demands.get("_id")?.among;
  if (ids) return { name: "IDHACK", records: () => byIds(collection, ids) };
  const [best] = collection.spec.indexes.map((index) => useOf(index, demands)).sort((a, b) => b.strength - a.strength);
  if (best && best.strength > 0) return { name: best.index.name, records: () => byPrefixes(collection, best) };
  return { name: "COLLSCAN", records: () => collection.all() };
}
