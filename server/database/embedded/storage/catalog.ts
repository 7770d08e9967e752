/** Which collections and indexes a database has; kept in LMDB beside the documents and held in memory. */
export interface IndexSpec {
  readonly id: number;
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly isUnique: boolean;
}

export interface CollectionSpec {
  readonly id: number;
  readonly name: string;
  /** Without the index on `_id`, which is the order of the records themselves. */
  readonly indexes: readonly IndexSpec[];
}

export interface CatalogState {
  readonly nextId: number;
  readonly collections: readonly CollectionSpec[];
}

export const EMPTY_CATALOG: CatalogState = { nextId: 1, collections: [] };
