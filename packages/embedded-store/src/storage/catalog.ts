/** Which collections and indexes a database has; kept in LMDB beside the documents and held in memory. */
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

export const EMPTY_CATALOG: CatalogState = { nextId: 1, collections: [] };

export const keyPattern = ({ key }: Pick<IndexSpec, "key">): Record<string, 1 | -1> => Object.fromEntries(key);
