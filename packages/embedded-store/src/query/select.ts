/** Finds records by a filter, in order, within limits: what find, count, distinct, update and delete share. */
import type { Document } from "bson";
import type { Collection, StoredRecord } from "../storage/collection";
import { decode } from "../storage/document";
import { compilePlain, plainFilter } from "./filter";
import type { Matcher, PlainFilter } from "./filter";
import type { Examined, Plan } from "./plan";
import { makePlan, records } from "./plan";
import type { SortKey } from "./sort";
import { sortKey, sorted } from "./sort";

/** A record that is selected; its bytes become a document when somebody asks for one. */
export class Selected implements StoredRecord {
  private decoded?: Document;

  constructor(
    readonly key: Buffer,
    readonly bytes: Buffer,
  ) {}

  get document(): Document {
    return (this.decoded ??= decode(this.bytes));
  }
}

export interface Selection {
  readonly filter: PlainFilter;
  readonly matches: Matcher;
  readonly sort: SortKey;
  readonly skip: number;
  /** 0: no limit. */
  readonly limit: number;
}

/** Throws `ServerError` for what is not answered, before anything is read. */
export function compileSelection(
  filter: Document,
  { sort = {}, skip = 0, limit = 0 }: { sort?: Document; skip?: number; limit?: number } = {},
): Selection {
  const plain = plainFilter(filter);
  return { filter: plain, matches: compilePlain(plain), sort: sortKey(sort), skip, limit };
}

function* matching(
  collection: Collection,
  plan: Plan,
  matches: Matcher,
  examined: Examined,
): Generator<Selected | undefined> {
  for (const record of records(collection, plan, examined)) {
    const one = new Selected(record.key, record.bytes);
    yield plan.isExact || matches(one.document) ? one : undefined;
  }
}

function* sliced<T>(stream: Iterable<T | undefined>, skip: number, limit: number): Generator<T | undefined> {
  let passed = 0;
  for (const one of stream) {
    if (one !== undefined) passed += 1;
    yield one !== undefined && passed > skip ? one : undefined;
    if (limit > 0 && passed >= skip + limit) return;
  }
}

/** Records as they are found, and undefined where the search can pause. */
export function select(
  collection: Collection,
  { filter, matches, sort, skip, limit }: Selection,
  examined: Examined = { keys: 0, documents: 0 },
): Generator<Selected | undefined> {
  const plan = makePlan(collection, filter, sort);
  const found = matching(collection, plan, matches, examined);
  const inOrder = plan.isSorted
    ? found
    : sorted(found, sort, {
        limit: limit > 0 ? skip + limit : 0,
        documentOf: ({ document }) => document,
        sizeOf: ({ bytes }) => bytes.length,
      });
  return sliced(inOrder, skip, limit);
}
