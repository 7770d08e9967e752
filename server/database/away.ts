/**
 * What "the database is away" is, by the kinds of errors of the driver and of MongoDB's own table of codes: it cannot be
 * reached, is coming or going, is being signed in to, took too long, has no room, or failed by itself. What it refuses
 * about a request, a taken name or a wrong field, is not among them.
 */
import mongoose from "mongoose";

const { mongo } = mongoose;

/** The driver has no connection, lost it, gave up waiting, or does not understand what came. */
const KINDS = [
  mongo.MongoNetworkError,
  mongo.MongoSystemError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoClientClosedError,
  mongo.MongoServerClosedError,
  mongo.MongoStalePrimaryError,
  mongo.MongoUnexpectedServerResponseError,
  mongo.MongoDecompressionError,
  // Written, but not on most members as yet: whoever asked asks again, and every step can be repeated.
  mongo.MongoWriteConcernError,
  mongoose.Error.MongooseServerSelectionError,
] as const;

/**
 * What the driver and servers say an error is about: to be tried again; or it came while a connection was being set up
 * and signed in, which had worked when this process started.
 */
const LABELS = [
  "RetryableWriteError",
  "RetryableError",
  "TransientTransactionError",
  "HandshakeError",
  "ResetPool",
  "PoolRequestedRetry",
  "InterruptInUseConnections",
  "SystemOverloadedError",
] as const;

/** Codes by MongoDB's categories (error_codes.yml). An error without any code tells of no fault in the request either. */
const CATEGORIES: Readonly<Record<string, readonly number[]>> = {
  ofItsOwn: [1, 8, 0],
  network: [6, 7, 89, 9001, 141, 202, 384, 402],
  stopping: [91, 11_600],
  notPrimary: [189, 10_058, 10_107, 11_602, 13_435, 13_436],
  interrupted: [11_601, 290, 355, 46_841, 24, 46],
  timeLimit: [50, 262],
  writeConcern: [64, 75, 79, 100],
  notYet: [133, 134, 117, 112, 314, 317, 358, 383, 412, 413, 462],
  signingIn: [11, 13, 18, 391],
  noRoom: [14_031],
};
const CODES = new Set(Object.values(CATEGORIES).flat());

const NO_ROOM = 14_031;

/** The pool's own errors are not exported: they are of the driver's plainest kind, as is its time limit. */
const PLAIN_DRIVER = [mongo.MongoAPIError, mongo.MongoRuntimeError, mongo.MongoParseError] as const;

const isOneOf = (error: unknown, kinds: readonly (abstract new (...args: never[]) => unknown)[]) =>
  kinds.some((kind) => error instanceof kind);

const codeOf = (error: object): unknown => ("code" in error ? error.code : undefined);

/** A socket's own error reaches a write that waits for room in it, as it is: with a system call, or with a code alone. */
const SOCKET_CALLS = new Set<unknown>(["connect", "getaddrinfo", "read", "write", "shutdown"]);
const SOCKET_CODES =
  /^(EPIPE|ECONN[A-Z]+|ETIMEDOUT|E(HOST|NET)[A-Z]+|ENOTCONN|ESHUTDOWN|EAI_[A-Z]+|ERR_(STREAM|SOCKET)_\w+)$/;
const isOfSocket = (error: Error) =>
  ("syscall" in error && SOCKET_CALLS.has(error.syscall)) || SOCKET_CODES.test(String(codeOf(error)));

function isAwayForServer(error: mongoose.mongo.MongoServerError): boolean {
  if (codeOf(error) === undefined || CODES.has(Number(error.code))) return true;
  return error instanceof mongo.MongoBulkWriteError && [error.writeErrors].flat().some(({ code }) => CODES.has(code));
}

/** `isConnected` tells now: Mongoose says "not connected" with an error of no particular kind. */
export function isAway(error: unknown, isConnected: () => boolean = () => true): boolean {
  if (!(error instanceof Error)) return false;
  if (isOneOf(error, KINDS)) return true;
  if (error instanceof mongo.MongoError && LABELS.some((label) => error.hasErrorLabel(label))) return true;
  if (error instanceof mongo.MongoServerError) return isAwayForServer(error);
  if (error instanceof mongo.MongoDriverError) return !isOneOf(error, PLAIN_DRIVER);
  if (error.constructor === mongoose.Error) return !isConnected();
  return isOfSocket(error) || (error.cause !== undefined && isAway(error.cause, isConnected));
}

/** The disk of the database is full, or cannot be written. */
export function hasNoRoom(error: unknown): boolean {
  if (!(error instanceof mongo.MongoServerError)) return false;
  if (Number(error.code) === NO_ROOM) return true;
  return error instanceof mongo.MongoBulkWriteError && [error.writeErrors].flat().some(({ code }) => code === NO_ROOM);
}
