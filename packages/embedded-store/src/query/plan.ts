/** Which index answers a filter and a sort, and the records it leads to; the filter itself decides afterwards. */
import { BSONRegExp } from "bson";
import { keyPattern } from "../storage/catalog";
import type { IndexSpec } from "../storage/catalog";
import type { Collection, StoredRecord } from "../storage/collection";
import { after, beginning, directed, encodeValue, longestPart, LONGEST_RECORD_KEY } from "../storage/key-encoding";
import { damaged } from "../storage/checksum";
import type { Bounds } from "../storage/snapshot";
import { isDocument } from "../storage/document";
import type { PlainFilter } from "./filter";
import { REGEX } from "./operators";
import { prefixOf } from "./regex";
import type { SortKey } from "./sort";

/** What a filter demands of one field, as encoded values: some points, or a stretch within one type. */
interface Demand {
  readonly points?: readonly Buffer[];
  readonly from?: Buffer;
  /** Values up to and with this, and those that begin with it. */
  readonly to?: Buffer;
}

export interface Plan {
  readonly index?: IndexSpec;
  readonly bounds: readonly Bounds[];
  /** The index gives the records in the order of the sort. */
  readonly isSorted: boolean;
  readonly isReversed: boolean;
  /** One record by its `_id`. */
  readonly isById: boolean;
  /** What the index leads to is what the filter asks for: nothing need be looked at again. */
  readonly isExact: boolean;
}

/** More stretches of an index than this are not worth following one by one. */
const MOST_BOUNDS = 200_000;

const isPoint = (value: unknown) => !Array.isArray(value) && value !== undefined && !(value instanceof BSONRegExp);

function stretchOf(conditions: PlainFilter): Demand | undefined {
  const low: unknown = conditions["$gte"] ?? conditions["$gt"];
  const high: unknown = conditions["$lte"] ?? conditions["$lt"];
  const bound = low ?? high;
  if (bound === undefined || bound === null || Array.isArray(bound) || isDocument(bound)) return undefined;
  const kind = encodeValue(bound).subarray(0, 1);
  if (kind.length === encodeValue(bound).length) return undefined;
  const isOfKind = (value: unknown) => value !== undefined && encodeValue(value)[0] === kind[0];
  return { from: isOfKind(low) ? encodeValue(low) : kind, to: isOfKind(high) ? encodeValue(high) : kind };
}

function demandOf(conditions: PlainFilter): Demand | undefined {
  if ("$eq" in conditions && isPoint(conditions["$eq"])) return { points: [encodeValue(conditions["$eq"])] };
  const among: unknown = conditions["$in"];
  if (Array.isArray(among) && among.every(isPoint)) return { points: among.map(encodeValue).sort(Buffer.compare) };
  const regex: unknown = conditions[REGEX];
  const prefix = regex instanceof BSONRegExp ? prefixOf(regex) : "";
  if (prefix === "") return stretchOf(conditions);
  const begins = encodeValue(prefix).subarray(0, -2);
  return { from: begins, to: begins };
}

function demandsOf(filter: PlainFilter, demands = new Map<string, Demand>()): Map<string, Demand> {
  for (const [field, conditions] of Object.entries(filter)) {
    if (field === "$and") for (const part of conditions as PlainFilter[]) demandsOf(part, demands);
    if (field.startsWith("$")) continue;
    const demand = demandOf(conditions as PlainFilter);
    if (demand && (demand.points || !demands.has(field)) && !demands.get(field)?.points) demands.set(field, demand);
  }
  return demands;
}

/** In an index over arrays, two fields below the same array may be met by different elements: only one of them counts. */
function usable(index: IndexSpec, demands: ReadonlyMap<string, Demand>): (Demand | undefined)[] {
  const heads = new Set<string>();
  return index.key.map(([path]) => {
    const [head = ""] = path.split(".");
    const isShared = index.isMultikey && heads.has(head);
    heads.add(head);
    // A number in a path may be a position or a name; an entry knows only one of them.
    const isAmbiguous = path.split(".").some((name) => /^\d+$/.test(name));
    return isShared || isAmbiguous ? undefined : demands.get(path);
  });
}

interface Use {
  readonly index: IndexSpec;
  readonly equalities: number;
  readonly prefixes: readonly Buffer[];
  readonly stretch?: Demand;
}

function useOf(index: IndexSpec, longest: number, demands: ReadonlyMap<string, Demand>): Use {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  for (const [at, demand] of usable(index, demands).entries()) {
    if (!demand?.points || prefixes.length * demand.points.length > MOST_BOUNDS)
      return { index, equalities: at, prefixes, stretch: demand?.points ? undefined : demand };
    const direction = index.key[at]?.[1] ?? 1;
    const parts = demand.points.map((point) => directed(beginning(point, longest), direction));
    const isCut = demand.points.some((point) => point.length > longest);
    prefixes = prefixes.flatMap((head) => parts.map((part) => Buffer.concat([head, part])));
    // What follows a value that was cut off is its digest, not the next field.
    if (isCut) return { index, equalities: at + 1, prefixes };
  }
  return { index, equalities: index.key.length, prefixes };
}

function boundsOf({ index, equalities, prefixes, stretch }: Use, longest: number): Bounds[] {
  const direction = index.key[equalities]?.[1] ?? 1;
  return prefixes.map((prefix) => {
    if (!stretch) return prefix.length === 0 ? { from: prefix } : { from: prefix, to: after(prefix) };
    // An array may meet both ends with different elements, so only one of them narrows an index over arrays.
    const kind = stretch.from?.subarray(0, 1) ?? Buffer.alloc(0);
    const isOpen = index.isMultikey && stretch.from !== stretch.to && (stretch.from?.length ?? 0) > 1;
    const low = directed(beginning(stretch.from ?? kind, longest), direction);
    const high = directed(beginning(isOpen ? kind : (stretch.to ?? kind), longest), direction);
    const [first, last] = direction > 0 ? [low, high] : [high, low];
    return { from: Buffer.concat([prefix, first]), to: after(Buffer.concat([prefix, last])) };
  });
}

/** 1 when the index goes the way of the sort after its equalities, -1 when the other way round, else 0. */
function sortDirection({ index, equalities, prefixes }: Use, sort: SortKey): number {
  if (index.isMultikey || index.isShortened || prefixes.length > 1 || sort.length === 0) return 0;
  const fixed = new Set(index.key.slice(0, equalities).map(([path]) => path));
  const wanted = sort.filter(([path]) => !fixed.has(path));
  const given = index.key.slice(equalities);
  const directions = wanted.map(([path, direction], at) => (given[at]?.[0] === path ? direction * given[at][1] : 0));
  return directions.every((direction) => direction === 1)
    ? 1
    : directions.every((direction) => direction === -1)
      ? -1
      : 0;
}

const primary = ({ spec }: Collection): IndexSpec => ({
  id: spec.id,
  name: "_id_",
  key: [["_id", 1]],
  isUnique: true,
  isMultikey: false,
  isShortened: spec.isShortened,
});

/** Equalities count most, then a stretch, then that nothing need be sorted. */
const strength = (use: Use, direction: number) =>
  4 * use.equalities + (use.stretch ? 2 : 0) + (direction === 0 ? 0 : 1);

/** All records, each looked at. */
const EVERYTHING_IN_ORDER: Omit<Plan, "isSorted"> = {
  bounds: [{ from: Buffer.alloc(0) }],
  isReversed: false,
  isById: false,
  isExact: false,
};

const isPrimary = ({ name }: IndexSpec) => name === "_id_";

/** Texts alone, each field by one of the index: an entry has the whole text in it, and no other value is like it. */
function isExact({ index, equalities }: Use, filter: PlainFilter): boolean {
  const fields = Object.entries(filter);
  if (index.isShortened || fields.length !== equalities) return false;
  const asked = new Set(index.key.slice(0, equalities).map(([path]) => path));
  return fields.every(([field, conditions]) => {
    const [operator, ...more] = Object.entries(conditions as PlainFilter);
    return asked.has(field) && more.length === 0 && operator?.[0] === "$eq" && typeof operator[1] === "string";
  });
}

export function makePlan(collection: Collection, filter: PlainFilter, sort: SortKey): Plan {
  const demands = demandsOf(filter);
  const longestOf = (index: IndexSpec) => (isPrimary(index) ? LONGEST_RECORD_KEY : longestPart(index.key.length));
  const [best] = [primary(collection), ...collection.spec.indexes]
    .map((index) => useOf(index, longestOf(index), demands))
    .map((use) => ({ use, direction: sortDirection(use, sort) }))
    .sort((a, b) => strength(b.use, b.direction) - strength(a.use, a.direction));
  if (!best || strength(best.use, best.direction) === 0) return { ...EVERYTHING_IN_ORDER, isSorted: sort.length === 0 };
  const { use, direction } = best;
  const bounds = boundsOf(use, longestOf(use.index));
  return {
    index: use.index,
    bounds: bounds.map((bound) => ({ ...bound, isReversed: direction < 0 })),
    isSorted: sort.length === 0 || direction !== 0,
    isReversed: direction < 0,
    isById: isPrimary(use.index) && use.equalities === 1 && bounds.length === 1,
    isExact: isExact(use, filter),
  };
}

/** How much was looked at. */
export interface Examined {
  keys: number;
  documents: number;
}

function* keysOf(
  collection: Collection,
  index: IndexSpec,
  bounds: readonly Bounds[],
  seen: Set<string>,
  examined: Examined,
) {
  for (const bound of bounds) {
    for (const key of collection.recordKeys(index, bound)) {
      examined.keys += 1;
      // One record may have several entries within the bounds, and bounds may name the same value twice.
      if (!index.isMultikey && bounds.length === 1) yield key;
      else if (!seen.has(key.toString("latin1"))) {
        seen.add(key.toString("latin1"));
        yield key;
      }
    }
  }
}

export function* records(collection: Collection, { index, bounds }: Plan, examined: Examined): Generator<StoredRecord> {
  if (!index || isPrimary(index)) {
    const seen = new Set<string>();
    for (const bound of bounds) {
      for (const record of collection.records(bound)) {
        examined.documents += 1;
        if (index) examined.keys += 1;
        const name = bounds.length > 1 ? record.key.toString("latin1") : "";
        if (bounds.length > 1 && seen.has(name)) continue;
        if (bounds.length > 1) seen.add(name);
        yield record;
      }
    }
    return;
  }
  for (const key of keysOf(collection, index, bounds, new Set(), examined)) {
    const bytes = collection.find(key);
    examined.documents += 1;
    if (!bytes) throw damaged("a record that an index names is not there");
    yield { key, bytes };
  }
}

/** As `explain` tells it (manual: "Explain Results"). */
export function describe({ index, isReversed, isById, isSorted }: Plan, sort: SortKey): Record<string, unknown> {
  const direction = isReversed ? "backward" : "forward";
  const scan = index && {
    stage: "IXSCAN",
    keyPattern: keyPattern(index),
    indexName: index.name,
    isMultiKey: index.isMultikey,
    isUnique: index.isUnique,
    direction,
  };
  const found = isById
    ? { stage: "IDHACK" }
    : scan
      ? { stage: "FETCH", inputStage: scan }
      : { stage: "COLLSCAN", direction };
  return isSorted ? found : { stage: "SORT", sortPattern: Object.fromEntries(sort), inputStage: found };
}
