/** What every command gets, and how its fields are checked: an unknown one is refused, never ignored. */
import { deserialize } from "bson";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import type { Databases } from "../storage/databases";
import type { Cursors } from "../cursors";
import { TYPED } from "../storage/collection";

export interface Call {
  readonly database: string;
  /** The command with numbers as numbers, for filters and options. */
  readonly plain: Document;
  /** The same with BSON types kept, for what is stored. */
  readonly typed: Document;
  readonly databases: Databases;
  readonly cursors: Cursors;
  readonly connectionId: number;
}

export interface Command {
  /** Its own fields, beside the ones every command may carry. */
  readonly fields: readonly string[];
  run(call: Call): Document | Promise<Document>;
}

/** What the driver adds to any command. Majority is what every write here gets. */
const COMMON = new Set([
  "$db",
  "lsid",
  "$clusterTime",
  "$readPreference",
  "writeConcern",
  "readConcern",
  "comment",
  "maxTimeMS",
  "apiVersion",
  "apiStrict",
  "apiDeprecationErrors",
]);
const TRANSACTION = ["txnNumber", "startTransaction", "autocommit"];

export function checkFields(name: string, command: Command, document: Document): void {
  for (const field of Object.keys(document)) {
    if (TRANSACTION.includes(field))
      throw new ServerError(20, "Transaction numbers are only allowed on a replica set member or mongos");
    if (field !== name && !COMMON.has(field) && !command.fields.includes(field)) {
      throw new ServerError(40415, `BSON field '${name}.${field}' is an unknown field.`);
    }
  }
}

/** The collection a command names in its first field. */
export function collectionName({ plain }: Call, command: string): string {
  const name: unknown = plain[command];
  if (typeof name !== "string" || name === "")
    throw new ServerError(73, `collection name has invalid type or is empty in '${command}'`);
  return name;
}

export function documentField(plain: Document, name: string): Document | undefined {
  const value: unknown = plain[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value))
    throw new ServerError(14, `BSON field '${name}' is the wrong type, expected type 'object'`);
  return value as Document;
}

export function numberField(plain: Document, name: string, fallback: number): number {
  const value: unknown = plain[name] ?? fallback;
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
    throw new ServerError(2, `BSON field '${name}' must be a number that is not negative`);
  return Math.floor(value);
}

export function listField(document: Document, name: string): Document[] {
  const value: unknown = document[name];
  if (!Array.isArray(value)) throw new ServerError(14, `BSON field '${name}' is the wrong type, expected type 'array'`);
  return value as Document[];
}

/** Options that change results and are not answered here: refused when given, even when empty of effect elsewhere. */
export function refuseOptions(document: Document, names: readonly string[]): void {
  const given = names.find((name) => document[name] !== undefined);
  if (given) throw new ServerError(115, `'${given}' is not answered here`);
}

export const plainDocument = (bytes: Uint8Array): Document => deserialize(bytes);
export const typedDocument = (bytes: Uint8Array): Document => deserialize(bytes, TYPED);
