/** Finds records by a filter, in order, within limits: what find, count, distinct, update and delete share. */
import type { Document } from "bson";
import { compileFilter } from "../query/filter";
import { plan } from "../query/plan";
import { sortBy } from "../query/sort";
import type { Collection, StoredRecord } from "../storage/collection";
import { plainDocument } from "./command";

export interface Selected extends StoredRecord {
  /** As the driver promotes it; parsed once. */
  readonly plain: Document;
}

export interface Selection {
  readonly filter: Document;
  readonly sort?: Document;
  readonly skip?: number;
  /** 0 or absent: no limit. */
  readonly limit?: number;
}

export function select(collection: Collection, { filter, sort, skip = 0, limit = 0 }: Selection): Selected[] {
  const matches = compileFilter(filter);
  const isSorted = sort !== undefined && Object.keys(sort).length > 0;
  const enough = isSorted || limit === 0 ? Infinity : skip + limit;
  const found: Selected[] = [];
  for (const { key, bytes } of plan(collection, filter).records()) {
    if (found.length >= enough) break;
    const plain = plainDocument(bytes);
    if (matches(plain)) found.push({ key, bytes: Buffer.from(bytes), plain });
  }
  const ordered = isSorted ? sortBy(found, sort, (one) => one.plain) : found;
  return ordered.slice(skip, limit === 0 ? undefined : skip + limit);
}
