/** The way of an answer over HTTP: once, whatever the network, the device or a curious pupil does. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleMunicipality } from "../support/small-municipality";
import { aSubmission, answersFor, freshId, issueKeys, put } from "../support/submissions";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
});
afterAll(() => server.close());

async function freshKey(groupId = "eg-1a") {
  const [key] = await issueKeys(server.application, groupId, 1);
  if (!key) throw new Error("no key was issued");
  return key;
}

const stored = (id: string) => server.application.stores.responses.find(id);

describe("PUT /api/responses/{id}", () => {
  it("stores an answer and gives a receipt", async () => {
    const { secret } = await freshKey();
    const id = freshId();
    const response = await put(server.url, id, aSubmission(server.application, secret));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ responseId: id, receipt: expect.stringMatching(/^[A-Z]{6}$/) });
    expect((await stored(id))?.group).toBe("eg-1a");
  });

  it("stores nothing that connects an answer with a time, an address, a language or a mode", async () => {
    const { secret } = await freshKey();
    const id = freshId();
    await put(server.url, id, aSubmission(server.application, secret, { helper: "read" }));
    const document = await server.database.main.collection("responses").findOne({ _id: id as never });
    expect(Object.keys(document ?? {}).sort()).toEqual([
      "_id",
      "answers",
      "band",
      "group",
      "helper",
      "institution",
      "nonAnswers",
      "round",
    ]);
    const key = await server.database.main.collection("keys").findOne({ state: "spent" });
    expect(Object.keys(key ?? {}).sort()).toEqual(["_id", "band", "group", "institution", "own", "round", "state"]);
  });

  it("does not use up a key for an id that is stored with another one", async () => {
    const [one, other] = [await freshKey(), await freshKey()];
    const id = freshId();
    expect((await put(server.url, id, aSubmission(server.application, one.secret))).status).toBe(200);
    expect((await put(server.url, id, aSubmission(server.application, other.secret))).status).toBe(400);
    expect((await put(server.url, freshId(), aSubmission(server.application, other.secret))).status).toBe(200);
  });

  it("answers the same id again with the same receipt, and stores it once", async () => {
    const { secret } = await freshKey();
    const id = freshId();
    const submission = aSubmission(server.application, secret);
    const first = await (await put(server.url, id, submission)).json();
    const again = await put(server.url, id, submission);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
  });

  it("takes fifty parallel retries as one answer", async () => {
    const { secret } = await freshKey();
    const id = freshId();
    const submission = aSubmission(server.application, secret);
    const answers = await Promise.all(Array.from({ length: 50 }, () => put(server.url, id, submission)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await server.database.main.collection("responses").countDocuments({ _id: id as never })).toBe(1);
  });

  it("lets exactly one of fifty responses use a key", async () => {
    const { secret } = await freshKey();
    const submission = aSubmission(server.application, secret);
    const answers = await Promise.all(Array.from({ length: 50 }, () => put(server.url, freshId(), submission)));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
  });

  it("lets pictures and letters open the same key once", async () => {
    const { pictures, letters } = await freshKey("birk-rod");
    const change = { band: "3-5" } as const;
    const byPictures = await put(
      server.url,
      freshId(),
      aSubmission(server.application, `mnpqrstvwx/${pictures}`, change),
    );
    const byLetters = await put(
      server.url,
      freshId(),
      aSubmission(server.application, `mnpqrstvwx/${letters}`, change),
    );
    expect([byPictures.status, byLetters.status]).toEqual([200, 409]);
  });

  it("spends, in a sweep, a key whose claim a crash left open", async () => {
    const { secret } = await freshKey();
    const id = freshId();
    await put(server.url, id, aSubmission(server.application, secret));
    const keys = server.database.main.collection("keys");
    const { claimTag } = await claimOf(id);
    const stored = await server.database.main.collection("responses").findOne({ _id: id as never });
    const place = { group: stored?.["group"], institution: stored?.["institution"] };
    await keys.updateOne(
      { ...place, state: "spent", claim: { $exists: false } },
      { $set: { state: "claimed", claim: claimTag } },
    );
    await server.application.services.responses.sweep("forar");
    expect(await keys.countDocuments({ state: "claimed" })).toBe(0);
  });
});

async function claimOf(responseId: string): Promise<{ claimTag: string }> {
  const { hmac } = await import("../../server/lib/ids");
  const secret = (await server.application.stores.keys.findSecret("forar"))?.secret;
  return { claimTag: hmac(secret ?? "", responseId) };
}

describe("bad input", () => {
  const cases: [string, (secret: string) => unknown, number][] = [
    ["malformed JSON", () => '{"round":', 400],
    ["an array", () => [], 400],
    ["an unknown field", (secret) => ({ ...aSubmission(server.application, secret), createdAt: 1 }), 400],
    ["an operator object as key", () => ({ ...aSubmission(server.application, "x"), key: { $gt: "" } }), 400],
    [
      "an operator object as round",
      (secret) => ({ ...aSubmission(server.application, secret), round: { $ne: "" } }),
      400,
    ],
    [
      "an operator object as answer",
      (secret) => ({ ...aSubmission(server.application, secret), answers: firstAnswered({ $gt: "" }) }),
      400,
    ],
    [
      "an unknown question",
      (secret) => ({ ...aSubmission(server.application, secret), answers: { nowhere: "yes" } }),
      400,
    ],
    [
      "an unknown choice",
      (secret) => ({ ...aSubmission(server.application, secret), answers: firstAnswered("nothing-like-it") }),
      400,
    ],
    [
      "a number as answer",
      (secret) => ({ ...aSubmission(server.application, secret), answers: firstAnswered(3) }),
      400,
    ],
    ["answers that are no object", (secret) => ({ ...aSubmission(server.application, secret), answers: "x" }), 400],
    ["another band than the key's", (secret) => aSubmission(server.application, secret, { band: "3-5" }), 400],
    ["a malformed key", () => aSubmission(server.application, "no key at all!"), 400],
    ["an unknown key", () => aSubmission(server.application, "0".repeat(26)), 404],
    ["a round that is not the key's", (secret) => aSubmission(server.application, secret, { round: "another" }), 404],
    [
      "a body over 256 KB",
      (secret) => ({ ...aSubmission(server.application, secret), locale: "x".repeat(300_000) }),
      413,
    ],
  ];

  function firstAnswered(value: unknown): Record<string, unknown> {
    const [name] = Object.keys(answersFor(server.application, "6-9"));
    return { [name ?? ""]: value };
  }

  it.each(cases)("refuses %s and stores nothing", async (_name, body, status) => {
    const { secret } = await freshKey();
    const id = freshId();
    const response = await put(server.url, id, body(secret));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status, code: expect.stringMatching(/^[a-z]+\.[a-zA-Z]+$/) });
    expect(await stored(id)).toBeNull();
  });

  it("refuses another content type with 415", async () => {
    const response = await put(server.url, freshId(), "a=b", { "content-type": "application/x-www-form-urlencoded" });
    expect(response.status).toBe(415);
  });

  it("refuses an id that is not 128 bits", async () => {
    const { secret } = await freshKey();
    expect((await put(server.url, "short", aSubmission(server.application, secret))).status).toBe(400);
  });

  it("refuses a request from another site", async () => {
    const { secret } = await freshKey();
    const response = await put(server.url, freshId(), aSubmission(server.application, secret), {
      origin: "https://elsewhere.example",
    });
    expect(response.status).toBe(403);
  });

  it("never reaches a prototype", async () => {
    const { secret } = await freshKey();
    const text = JSON.stringify(aSubmission(server.application, secret)).replace(
      '"answers":{',
      '"answers":{"__proto__":{"polluted":"yes"},',
    );
    expect((await put(server.url, freshId(), text)).status).toBe(400);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
