/**
 * A database that goes away, as gateways and networks make it: every request is answered 503 with Retry-After within
 * bounded time, none hangs, nothing is lost or doubled, and all is well once the database is back.
 */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../server/database/connect";
import { connectDatabase, dbOf } from "../../server/database/connect";
import { createApplication } from "../../server/services";
import { openUnsoundGate } from "../support/faults/unsound-gate";
import type { UnsoundGate } from "../support/faults/unsound-gate";
import { settleMunicipality } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

const ANSWERS_WITHIN_MS = 4000;

let gate: UnsoundGate;
let server: TestServer;
beforeAll(async () => {
  gate = await openUnsoundGate();
  server = await startTestServer({ mongodbUrl: gate.url, answersWithinMs: ANSWERS_WITHIN_MS });
  // Passwords are hashed slowly on purpose: that is not what is bounded here.
  const { database, clock } = server;
  await settleMunicipality(createApplication({ database, clock, pepper: "p".repeat(32) }));
});
afterAll(async () => {
  await server.close();
  await gate.close();
});

interface Attempt {
  readonly id: string;
  readonly body: unknown;
}

async function attempts(count: number): Promise<Attempt[]> {
  const keys = await issueKeys(server.application, "eg-1a", count);
  return keys.map(({ secret }) => ({ id: freshId(), body: aSubmission(server.application, secret) }));
}

const send = ({ id, body }: Attempt) => put(server.url, id, body);

/** One that is signed in: the actor's look-up alone asks the database. */
const page = () => fetch(`${server.url}/leder`, { headers: { cookie: `lyt=${"x".repeat(43)}` } });
const ready = () => fetch(`${server.url}/readyz`);

function expectAway(answers: readonly Response[]): void {
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
  for (const answer of answers) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 100 && !(await ready()).ok; attempt += 1) await wait(100);
  expect((await ready()).status).toBe(200);
}

async function expectAllStored(list: readonly Attempt[]): Promise<void> {
  for (const attempt of list) expect((await send(attempt)).status).toBe(200);
  for (const { id } of list)
    expect(await server.database.main.collection("responses").countDocuments({ _id: id as never })).toBe(1);
}

it.each([
  ["an engine that starts", { ok: 0, code: 1, codeName: "InternalError", errmsg: "connection refused" }],
  ["a user not found", { ok: 0, code: 18, codeName: "AuthenticationFailed", errmsg: "Authentication failed" }],
  ["a code of its own", { ok: 0, code: 16_777_245, errmsg: "the database system is starting up" }],
  ["no code at all", { ok: 0, errmsg: "not now" }],
])("signing in fails while connections are made anew: %s", async (_name, reply) => {
  const list = await attempts(4);
  gate.refuseSigningIn(reply);
  gate.reset();
  expectAway(await Promise.all([...list.map(send), page(), ready()]));
  expectAway(await Promise.all([...list.map(send), page(), ready()]));
  gate.mend();
  await untilReady();
  await expectAllStored(list);
});

it("a gateway that lives answers for an engine that does not", async () => {
  const list = await attempts(4);
  gate.refuseCommands({ ok: 0, code: 1, codeName: "InternalError", errmsg: "connection to the engine was lost" });
  expectAway(await Promise.all([...list.map(send), page()]));
  gate.mend();
  await expectAllStored(list);
});

it("nothing comes any more, and nothing is closed", async () => {
  const list = await attempts(4);
  gate.stall();
  expectAway(await Promise.all([...list.map(send), page(), ready()]));
  gate.mend();
  await untilReady();
  await expectAllStored(list);
});

it("every connection dies in the middle of requests, again and again, and each request is answered", async () => {
  const list = await attempts(96);
  for (let at = 0; at < list.length; at += 16) {
    const sent = list.slice(at, at + 16).map(send);
    await wait((at / 16) * 2);
    gate.reset();
    for (const { status } of await Promise.all(sent)) expect([200, 503]).toContain(status);
  }
  await untilReady();
  await expectAllStored(list);
});

describe.each([
  ["plainly", false],
  ["over TLS", true],
])("a connection that is lost between the driver's look at it and its write, %s", (_name, isTls) => {
  let other: UnsoundGate;
  let database: Database;
  const reasons: unknown[] = [];
  beforeAll(async () => {
    other = await openUnsoundGate({ isTls });
    database = await connectDatabase({
      dataDir: "/nowhere",
      mongodbUrl: other.url,
      onFault: (error) => reasons.push(error),
    });
  });
  afterAll(async () => {
    await database.close();
    await other.close();
  });

  /** Its connections in use; no public way leads to them. */
  function checkedOut(): { socket: { destroy(): void } }[] {
    const client = database.main.getClient() as unknown as {
      topology: { s: { servers: Map<string, { pool: { checkedOut: Set<{ socket: { destroy(): void } }> } }> } };
    };
    return [...client.topology.s.servers.values()].flatMap(({ pool }) => [...pool.checkedOut]);
  }

  it("ends the operation, and the pool has the place again", async () => {
    const { withDatabaseProblems } = await import("../../server/database/database-problem");
    // Called while the driver turns the document into bytes, just before it writes them.
    const lossy = { toBSON: () => (checkedOut().forEach(({ socket }) => socket.destroy()), { _id: "x" }) };
    const service = {
      insert: () =>
        dbOf(database.main)
          .collection("things")
          .insertOne(lossy as never),
    };
    const watched = withDatabaseProblems(service, database, { withinMs: 1000 });
    for (let time = 0; time < 3; time += 1)
      await expect(watched.insert()).rejects.toMatchObject({ code: "database.away" });
    await expect.poll(() => checkedOut().length, { timeout: 3000 }).toBe(0);
    await database.ping();
  });
});
