/** What every command gets, and how its fields are read: an unknown one is refused, never ignored. */
import { Double, Int32, Long } from "bson";
import type { Document } from "bson";
import type { Cursors, Pieces } from "../cursors";
import type { Pace } from "../pace";
import { ServerError } from "../server-error";
import type { Databases } from "../storage/databases";
import { checkCollectionName } from "../storage/databases";
import { eachElement, elementsOf, isDocument, valueOf } from "../storage/document";
import type { Request } from "../wire/message";
import { checkConcerns } from "./concerns";
import { checkReadPreference } from "./read-preference";
import { checkStableApi } from "./stable-api";

export interface Call {
  /** The name it was sent under. */
  readonly name: string;
  readonly database: string;
  /** The command, BSON types kept. */
  readonly request: Document;
  readonly message: Request;
  readonly databases: Databases;
  readonly cursors: Cursors;
  readonly connectionId: number;
  readonly pace: Pace;
}

/** A reply, or one as bytes already. */
export type Reply = Document | Pieces;

export interface Command {
  /** Its own fields, beside the ones every command may carry. */
  readonly fields: readonly string[];
  run(call: Call): Reply | Promise<Reply>;
}

/** What the driver adds to any command. */
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

/** Throws `ServerError` for a field that is not answered, and for what is wrong about one that any command may have. */
export function checkFields(name: string, command: Command, request: Document): void {
  checkStableApi(name, request);
  for (const field of Object.keys(request)) {
    if (TRANSACTION.includes(field))
      throw new ServerError(20, "Transaction numbers are only allowed on a replica set member or mongos");
    if (field !== name && !COMMON.has(field) && !command.fields.includes(field))
      throw new ServerError(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
  checkReadPreference(request["$readPreference"]);
  checkConcerns(name, request);
}

/** The fields of one of several statements: those it may have, true for those it must, and those refused here. */
export function checkStatement(
  name: string,
  known: Readonly<Record<string, boolean>>,
  refused: readonly string[],
  statement: Document,
): void {
  const unknown = Object.keys(statement).find((field) => !Object.hasOwn(known, field) && !refused.includes(field));
  if (unknown) throw new ServerError(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
  const missing = Object.keys(known).find((field) => known[field] && statement[field] === undefined);
  if (missing) throw new ServerError(40414, `BSON field '${name}.${missing}' is missing but a required field`);
  refuseOptions(statement, refused);
}

/** The collection a command names in its first field. Throws `ServerError` 73. */
export const collectionName = ({ request, name, database }: Call): string =>
  checkCollectionName(database, request[name]);

const wrongType = (name: string, expected: string) =>
  new ServerError(14, `BSON field '${name}' is the wrong type, expected type '${expected}'`);

export function documentField(request: Document, name: string): Document | undefined {
  const value: unknown = request[name];
  if (value === undefined || value === null) return undefined;
  if (!isDocument(value)) throw wrongType(name, "object");
  return value;
}

/** Undefined for what is no number. */
export function asNumber(value: unknown): number | undefined {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  return value instanceof Long ? value.toNumber() : undefined;
}

/** A whole number that is not negative; absent or null: `fallback`. */
export function numberField(request: Document, name: string, fallback: number): number {
  const value: unknown = request[name] ?? undefined;
  if (value === undefined) return fallback;
  const number = asNumber(value);
  if (number === undefined) throw wrongType(name, "long");
  if (!Number.isInteger(number)) throw new ServerError(9, `Expected an integer: ${name}: ${number}`);
  if (number < 0) throw new ServerError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** True, or a number that is not zero. */
export function isOn(value: unknown): boolean {
  return value === true || (asNumber(value) ?? 0) !== 0;
}

export function flagField(request: Document, name: string): boolean {
  const value: unknown = request[name] ?? undefined;
  if (value !== undefined && typeof value !== "boolean" && asNumber(value) === undefined) throw wrongType(name, "bool");
  return isOn(value);
}

export function listField(request: Document, name: string): Document[] {
  const value: unknown = request[name];
  if (value === undefined) throw new ServerError(40414, `BSON field '${name}' is missing but a required field`);
  if (!Array.isArray(value)) throw wrongType(name, "array");
  if (!value.every(isDocument)) throw wrongType(`${name}.0`, "object");
  return value;
}

/** The documents of a list as they were sent. */
export function rawList({ body, sequences }: Request, name: string): readonly Buffer[] {
  const sent = sequences.find((sequence) => sequence.name === name);
  if (sent) return sent.documents;
  const list = elementsOf(body).get(name);
  return list ? [...eachElement(valueOf(list))].map(([, element]) => valueOf(element)) : [];
}

/** Options that change results and are not answered here: refused when given, even when empty of effect elsewhere. */
export function refuseOptions(request: Document, names: readonly string[]): void {
  const given = names.find((name) => request[name] !== undefined);
  if (given) throw new ServerError(115, `'${given}' is not answered here`);
}

/** The session a command belongs to, as text. */
export function sessionOf(lsid: unknown): string | undefined {
  return isDocument(lsid) ? String(lsid["id"]) : undefined;
}
