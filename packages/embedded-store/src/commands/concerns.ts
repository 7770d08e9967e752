/**
 * Read and write concern (manual: "Read Concern", "Write Concern"): what this store keeps to is accepted, for it is one
 * node whose writes are on disk before they are acknowledged; what takes others is refused as a stand-alone server does.
 */
import { Timestamp } from "bson";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { isDocument } from "../storage/document";
import { isNumber } from "../query/numbers";
import { isTrue } from "../query/operators";

const invalid = (message: string) => new ServerError(72, message);
const unparsed = (message: string) => new ServerError(9, message);
const noReplicaSet = (what: string) =>
  new ServerError(123, `node needs to be a replica set member to use read concern ${what}`);
const wrongType = (name: string, expected: string) =>
  new ServerError(14, `"${name}" had the wrong type. Expected ${expected}`);

/** Fields with which servers speak to each other. */
function checkNotInternal(value: Document, names: readonly string[], name: string): void {
  const given = names.find((field) => value[field] !== undefined);
  if (given) throw new ServerError(115, `'${name}.${given}' is not answered here`);
}

const WITH_WRITE_CONCERN = new Set([
  ...["insert", "update", "delete", "findAndModify", "findandmodify", "aggregate"],
  ...["create", "createIndexes", "drop", "dropDatabase", "dropIndexes"],
]);
const WRITE_INTERNAL = ["wElectionId", "wOpTime", "getLastError", "provenance"];
const WRITE_FIELDS = new Set(["w", "j", "fsync", "wtimeout", ...WRITE_INTERNAL]);
const MOST_MEMBERS = 50;
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** A number of nodes, the majority, or what a replica set has names and tags for. */
function checkNodes(w: unknown): void {
  if (w === undefined || w === null) return;
  if (isNumber(w)) {
    const count = Math.trunc(Number(w));
    if (!(count >= 0 && count <= MOST_MEMBERS))
      throw unparsed(`w has to be a non-negative number and not greater than ${MOST_MEMBERS}; found: ${String(w)}`);
    if (count > 1) throw new ServerError(2, "cannot use 'w' > 1 when a host is not replicated");
  } else if (typeof w === "string") {
    if (w !== "majority")
      throw new ServerError(2, `cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`);
  } else if (isDocument(w)) {
    if (Object.keys(w).length === 0) throw unparsed("tagged write concern requires tags");
    if (!Object.values(w).every(isNumber))
      throw unparsed("tags must be a single level document with only number values");
    throw new ServerError(115, "a write concern of tags is not answered here");
  } else throw unparsed("w has to be a number, string, or object");
}

/** `w: 0` asks for the same write; that its answer is not wanted is said by the message. */
function checkWriteConcern(name: string, value: unknown): void {
  if (!WITH_WRITE_CONCERN.has(name)) throw invalid("Command does not support writeConcern");
  if (!isDocument(value)) throw wrongType("writeConcern", "object");
  const unknown = Object.keys(value).find((field) => !WRITE_FIELDS.has(field));
  if (unknown) throw new ServerError(40415, `BSON field 'writeConcern.${unknown}' is an unknown field.`);
  checkNotInternal(value, WRITE_INTERNAL, "writeConcern");
  const { w, j, fsync, wtimeout } = value as Record<string, unknown>;
  checkNodes(w);
  for (const [field, flag] of Object.entries({ j, fsync }))
    if (flag !== undefined && flag !== null && typeof flag !== "boolean" && !isNumber(flag))
      throw new ServerError(14, `BSON field 'writeConcern.${field}' is the wrong type, expected type 'bool'`);
  if (isTrue(j) && isTrue(fsync)) throw unparsed("fsync and j options cannot be used together");
  // MongoDB takes a text for no bound at all; here nothing is waited for, but a word that is not understood is said so.
  if (wtimeout !== undefined && !(isNumber(wtimeout) && !(Number(wtimeout) > LONGEST_TIMEOUT)))
    throw unparsed("wtimeout must be a 32-bit integer");
}

const WITH_READ_LEVEL = new Set(["find", "aggregate", "count", "distinct", "explain"]);
const LEVELS = ["local", "majority", "linearizable", "available", "snapshot"];
const TIMES = ["afterClusterTime", "atClusterTime"];
const READ_INTERNAL = ["allowTransactionTableSnapshot", "provenance"];
const READ_FIELDS = new Set(["level", "afterOpTime", ...TIMES, ...READ_INTERNAL]);

function levelOf(value: Document): string {
  const level: unknown = value["level"];
  if (level === undefined) return "local";
  if (typeof level !== "string") throw wrongType("level", "string");
  if (LEVELS.includes(level)) return level;
  throw unparsed(`readConcern.level must be either '${LEVELS.slice(0, -1).join("', '")}', or 'snapshot'`);
}

/** Which of them contradict each other. */
function checkTimes(value: Document, level: string): void {
  const { afterClusterTime: after, atClusterTime: at, afterOpTime } = value as Record<string, unknown>;
  for (const name of TIMES) {
    const time: unknown = value[name];
    if (time === undefined) continue;
    if (!(time instanceof Timestamp)) throw wrongType(name, "timestamp");
    if (time.isZero()) throw invalid(`${name} cannot be a null timestamp`);
  }
  if (afterOpTime !== undefined && !isDocument(afterOpTime) && !(afterOpTime instanceof Timestamp))
    throw wrongType("afterOpTime", "object");
  if (after && afterOpTime) throw invalid("Can not specify both afterClusterTime and afterOpTime");
  if (after && at)
    throw invalid("A timestamp for readConcern snapshot is not allowed in a causally consistent session");
  if (after && !["majority", "local", "snapshot"].includes(level))
    throw invalid("afterClusterTime field can be set only if level is equal to majority, local, or snapshot");
  if (afterOpTime && level === "snapshot")
    throw invalid("afterOpTime field cannot be set if level is equal to snapshot");
  if (at && level !== "snapshot") throw invalid("atClusterTime field can be set only if level is equal to snapshot");
}

function checkReadConcern(name: string, value: unknown): void {
  if (!isDocument(value)) throw unparsed("readConcern field should be an object");
  const unknown = Object.keys(value).find((field) => !READ_FIELDS.has(field));
  if (unknown) throw invalid(`Unrecognized option in readConcern: ${unknown}`);
  const level = levelOf(value);
  checkTimes(value, level);
  checkNotInternal(value, READ_INTERNAL, "readConcern");
  if (level !== "local" && !WITH_READ_LEVEL.has(name))
    throw invalid(`Command ${name} does not support readConcern level '${level}': read concern not supported`);
  if (level === "linearizable" || level === "snapshot") throw noReplicaSet(level);
  if (value["afterClusterTime"] !== undefined)
    throw new ServerError(20, "Cannot specify afterClusterTime readConcern without replication enabled");
  if (value["afterOpTime"] !== undefined) throw noReplicaSet("afterOpTime");
}

/** Throws `ServerError` for a concern that is not kept to here, or is none. */
export function checkConcerns(name: string, request: Document): void {
  if (request["writeConcern"] !== undefined) checkWriteConcern(name, request["writeConcern"]);
  if (request["readConcern"] !== undefined) checkReadConcern(name, request["readConcern"]);
}
