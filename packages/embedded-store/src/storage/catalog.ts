/** Which collections and indexes a database has; kept in LMDB beside the documents and held in memory. */
import { withSum, withoutSum } from "./checksum";

export interface IndexSpec {
  readonly id: number;
  readonly name: string;
  /** Fields in their order, each upwards or downwards. */
  readonly key: readonly (readonly [field: string, direction: 1 | -1])[];
  readonly isUnique: boolean;
  /** Some document has more than one entry, or an array, so that two bounds may be met by different elements. */
  readonly isMultikey: boolean;
  /** Some value was too long to be kept whole, so that the entries are not quite in order. */
  readonly isShortened: boolean;
}

export interface CollectionSpec {
  readonly id: number;
  readonly name: string;
  /** Without the index on `_id`, which is the order of the records themselves. */
  readonly indexes: readonly IndexSpec[];
  /** Some `_id` was too long to be kept whole. */
  readonly isShortened: boolean;
}

export interface CatalogState {
  readonly nextId: number;
  readonly collections: readonly CollectionSpec[];
}

/**
 * 1: the first. 2: exact numbers and directions in keys; a name for what shortening and arrays make of an index. 3: a sum
 * at the end of every entry, the catalog's too.
 */
export const FORMAT = 3;
const FIRST_WITH_SUMS = 3;

/** The catalog of a file of any format. */
export interface CatalogRecord extends CatalogState {
  readonly format: number;
}

export const EMPTY_CATALOG: CatalogState = { nextId: 1, collections: [] };

/** Comes before every collection and index. */
export const CATALOG_KEY = Buffer.from([0]);

export const catalogBytes = (state: CatalogState): Buffer =>
  withSum(CATALOG_KEY, Buffer.from(JSON.stringify({ ...state, format: FORMAT })));

function parse(bytes: Buffer | undefined): CatalogRecord | undefined {
  try {
    return bytes && (JSON.parse(bytes.toString("utf8")) as CatalogRecord);
  } catch {
    return undefined;
  }
}

/** Undefined when it is not what was written. */
export function readCatalog(stored: Buffer): CatalogRecord | undefined {
  const withoutSums = parse(stored);
  if (withoutSums && withoutSums.format < FIRST_WITH_SUMS) return withoutSums;
  return parse(withoutSum(CATALOG_KEY, stored));
}

export const keyPattern = ({ key }: Pick<IndexSpec, "key">): Record<string, 1 | -1> => Object.fromEntries(key);
