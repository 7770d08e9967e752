/** What "the database is away" is: every kind of the driver's errors, and what servers answer about themselves. */
import mongoose from "mongoose";
import { describe, expect, it } from "vitest";
import { hasNoRoom, isAway } from "../../../../server/database/away";

const { mongo } = mongoose;
const server = (code: number | undefined, labels: string[] = []) =>
  new mongo.MongoServerError({
    ok: 0,
    errmsg: "refused",
    ...(code === undefined ? {} : { code }),
    errorLabels: labels,
  });

/** The pool's kinds are not exported by the driver; they are of its plainest kind. */
class WaitQueueTimeoutError extends mongo.MongoDriverError {}

const labelled = (label: string) => {
  const error = new mongo.MongoRuntimeError("odd");
  error.addErrorLabel(label);
  return error;
};

const socketError = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

const bulk = (code: number) =>
  new mongo.MongoBulkWriteError(
    { message: "refused", code, writeErrors: [{ code }] as never },
    // The result is only looked at for counts.
    { insertedCount: 0 } as never,
  );

describe("is away", () => {
  it.each([
    ["a network error", new mongo.MongoNetworkError("lost")],
    ["a time-out on the network", new mongo.MongoNetworkTimeoutError("late")],
    ["no server", new mongo.MongoServerSelectionError("none", { error: null } as never)],
    ["no server, in Mongoose's words", new mongoose.Error.MongooseServerSelectionError("none")],
    ["not connected", new mongo.MongoNotConnectedError("not yet")],
    ["topology closed", new mongo.MongoTopologyClosedError("closed")],
    ["client closed", new mongo.MongoClientClosedError()],
    ["server closed", new mongo.MongoServerClosedError("closed")],
    ["stale primary", new mongo.MongoStalePrimaryError("stale")],
    ["no reply", new mongo.MongoUnexpectedServerResponseError("nothing came")],
    ["an operation out of time", new mongo.MongoOperationTimeoutError("late")],
    ["no free connection in time", new WaitQueueTimeoutError("late")],
    ["authentication refused by an engine that starts", server(1, ["HandshakeError"])],
    ["authentication failed while a connection was made", server(18, ["HandshakeError"])],
    ["a code nobody knows while a connection was made", server(16_777_245, ["HandshakeError"])],
    ["a driver's error, to be tried again", labelled("RetryableWriteError")],
    ["the pool reset", labelled("ResetPool")],
    ["an overloaded server", labelled("SystemOverloadedError")],
    ["the server's own failure", server(1)],
    ["an error without a code", server(undefined)],
    ["stopping", server(91)],
    ["interrupted at shutdown", server(11_600)],
    ["no longer primary", server(10_107)],
    ["a socket's error, heard by a write that waits", socketError("EPIPE", "write")],
    ["a reset, likewise", socketError("ECONNRESET", "read")],
    ["a write after the other end has said goodbye", Object.assign(new Error("ended"), { code: "EPIPE" })],
    ["no room", server(14_031)],
    ["no room for one of many", bulk(14_031)],
    ["wrapped in another error", new Error("could not", { cause: new mongo.MongoNetworkError("lost") })],
  ])("%s", (_name, error) => {
    expect(isAway(error)).toBe(true);
  });

  it("Mongoose's plain error, when there is no connection", () => {
    expect(isAway(new mongoose.Error("Cannot call find()"), () => false)).toBe(true);
    expect(isAway(new mongoose.Error("Query was already executed"), () => true)).toBe(false);
  });
});

describe("is no outage", () => {
  it.each([
    ["a taken name", server(11_000)],
    ["a taken name among many", bulk(11_000)],
    ["a wrong value", server(2)],
    ["no such command", server(59)],
    ["a document too large", server(10_334)],
    ["a wrong argument", new mongo.MongoInvalidArgumentError("odd")],
    ["a cast", new mongoose.Error.CastError("Number", "x", "count")],
    ["a fault of ours", new TypeError("x is undefined")],
    ["a file that is not there", socketError("ENOENT", "open")],
    ["no error", undefined],
    ["a text", "away"],
  ])("%s", (_name, error) => {
    expect(isAway(error)).toBe(false);
  });
});

it("tells a full disk from other outages", () => {
  expect(hasNoRoom(server(14_031))).toBe(true);
  expect(hasNoRoom(bulk(14_031))).toBe(true);
  expect(hasNoRoom(server(91))).toBe(false);
});
