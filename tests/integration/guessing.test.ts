/** Guessing at keys and passwords: many at once gain nothing, and whoever plays at a door does not lock out a class. */
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import type { Submission } from "../../server/responses/contract";
import { KEY_THINGS } from "../../surveys/pictures/key-things";
import { PASSWORD, groups, settleMunicipality } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
});
afterEach(() => server.close());

const CLASS = "0123456789";
const triples = KEY_THINGS.flatMap((one) =>
  KEY_THINGS.flatMap((two) => KEY_THINGS.map((three) => `${one}.${two}.${three}`)),
);

interface Sending {
  readonly address?: string;
  readonly changes?: Partial<Submission>;
}

/** The statuses of many that are sent at once. */
async function sendAll(keys: readonly string[], { address = "10.9.8.7", changes }: Sending = {}): Promise<number[]> {
  const { application } = server;
  const send = (key: string) =>
    application.services.responses.submit(freshId(), aSubmission(application, key, changes), { address }).then(
      () => 200,
      (error: unknown) => (error as { status: number }).status,
    );
  return Promise.all(keys.map(send));
}

/** The same through HTTP, one after the other on one connection, none of them waiting for an answer. */
async function pipeline(keys: readonly string[]): Promise<number[]> {
  const { application, url } = server;
  const requests = keys.map((key) => {
    const body = JSON.stringify(aSubmission(application, key));
    const head = `PUT /api/responses/${freshId()} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json`;
    return `${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  });
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(requests.join(""));
  const statuses: number[] = [];
  for await (const chunk of socket) {
    for (const [, status] of String(chunk).matchAll(/HTTP\/1\.1 (\d{3})/g)) statuses.push(Number(status));
    if (statuses.length >= keys.length) break;
  }
  return statuses;
}

const countOf = (statuses: readonly number[], status: number) => statuses.filter((one) => one === status).length;
const storedAnswers = () => server.database.main.collection("responses").countDocuments({});
const responses = () => server.application.services.responses;
const pictureKeys = (code = CLASS) => triples.map((own) => `${code}/${own}`);

async function aKey(groupId = "eg-1a") {
  const [key] = await issueKeys(server.application, groupId, 1);
  if (!key?.pictures) throw new Error("no key with pictures was issued");
  return { ...key, pictures: key.pictures };
}

/** As many wrong pictures as lock the door for the address. */
async function lockPictures(address = "10.9.8.7"): Promise<void> {
  const keys = Array.from({ length: 60 }, () => `${CLASS}/fox.fox.fox`);
  expect(countOf(await sendAll(keys, { address }), 429)).toBeGreaterThan(0);
}

describe("1,728 picture triples at once", () => {
  it("find no more keys than the misses that are free allow", async () => {
    await issueKeys(server.application, "eg-1a", 28);
    const statuses = await sendAll(pictureKeys());
    expect(countOf(statuses, 404)).toBeLessThanOrEqual(24);
    expect(countOf(statuses, 404) + countOf(statuses, 429) + countOf(statuses, 200)).toBe(1728);
    // 24 misses among 28 keys of 1,728: more than five hits have a chance of less than one in a million.
    expect(await storedAnswers()).toBeLessThan(6);
  });

  it("find no more when 600 of them come down one connection", async () => {
    await issueKeys(server.application, "eg-1a", 28);
    const statuses = await pipeline(pictureKeys().slice(0, 600));
    expect(countOf(statuses, 404)).toBeLessThanOrEqual(24);
    expect(countOf(statuses, 429)).toBeGreaterThan(560);
  });

  it.each([
    ["a wrong form", { band: "3-5" as const, answers: {} }],
    ["wrong answers", { answers: { nothing: "of this survey" } }],
    ["no answers", { answers: {} }],
  ])("tell with %s not which keys there are", async (_what, changes) => {
    await issueKeys(server.application, "eg-1a", 28);
    const statuses = await sendAll(pictureKeys().slice(0, 400), { changes });
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(24);
    expect(await storedAnswers()).toBe(0);
  });

  it("find no more from many addresses than the group's own misses allow", async () => {
    await issueKeys(server.application, "eg-1a", 28);
    const keys = pictureKeys();
    const parts = Array.from({ length: 48 }, (_, at) => keys.filter((_key, index) => index % 48 === at));
    const statuses = await Promise.all(parts.map((part, at) => sendAll(part, { address: `10.0.0.${at + 1}` })));
    expect(countOf(statuses.flat(), 404)).toBeLessThanOrEqual(32);
  });

  it("find no more when they are spread over the doors of a whole school", async () => {
    const doors = Array.from({ length: 20 }, (_, at) => ({ ...groups[0], id: `g${at}`, code: `zzzzzzzz${at + 10}` }));
    await server.application.stores.organisation.insertGroups(doors as typeof groups);
    const keys = doors.flatMap(({ code }) => pictureKeys(code).slice(0, 40));
    expect(countOf(await sendAll(keys), 404)).toBe(150);
    const paused = await server.application.services.guessing.listPausedDoors(OPERATOR);
    expect(paused.length).toBeGreaterThan(5);
    // One door lifted is this address's pause lifted.
    await server.application.services.guessing.reopenDoor(OPERATOR, paused[0]?.groupId ?? "");
    const { pictures } = await aKey();
    expect(await sendAll([`${CLASS}/${pictures}`])).toEqual([200]);
  });

  it("give a whole class its way in, when all its children come at once", async () => {
    const keys = await issueKeys(server.application, "eg-1a", 28);
    const opened = await Promise.all(
      keys.map(({ pictures }) =>
        responses()
          .openKey(`${CLASS}/${pictures}`, { locale: "da", address: "10.9.8.7" })
          .then(() => "opened"),
      ),
    );
    expect(opened).toHaveLength(28);
  });
});

describe("while pictures are paused", () => {
  it("letters, cards and what was opened before still pass, and the door says so", async () => {
    const [opening, lettered, carded] = [await aKey(), await aKey(), await aKey()];
    const keyText = `${CLASS}/${opening.pictures}`;
    const { opened } = await responses().openKey(keyText, { locale: "da", address: "10.9.8.7" });
    await lockPictures();
    expect(await sendAll([`${CLASS}/${lettered.pictures}`])).toEqual([429]);
    expect(await sendAll([keyText])).toEqual([429]);
    expect(await sendAll([keyText], { changes: { opened } })).toEqual([200]);
    expect(await sendAll([`${CLASS}/${lettered.letters}`, carded.secret])).toEqual([200, 200]);
    const door = await responses().openGroup(CLASS, { address: "10.9.8.7" });
    expect(door).toMatchObject({ ways: ["pictures", "letters"], pausedWays: ["pictures"] });
  });

  it("a page's token opens no other key, form, group or round, and none that was made up", async () => {
    const [mine, other] = [await aKey(), await aKey()];
    const [mineText, otherText] = [`${CLASS}/${mine.pictures}`, `${CLASS}/${other.pictures}`];
    const { opened } = await responses().openKey(mineText, { locale: "da", address: "10.9.8.7" });
    await lockPictures();
    const [names = "", mac = ""] = opened.split(".");
    const forged = Buffer.from(JSON.stringify(["forar", "3-5", "eg-1a"])).toString("base64url");
    for (const token of [`${names}.${mac.replace(/./g, "0")}`, `${forged}.${mac}`, names, "", "..", "€", "W10.x"])
      expect(await sendAll([mineText], { changes: { opened: token } }), token).toEqual([429]);
    expect(await sendAll([otherText], { changes: { opened } })).toEqual([429]);
    expect(await sendAll([mineText], { changes: { opened, round: "other" } })).toEqual([429]);
    expect(await sendAll([mineText], { changes: { opened } })).toEqual([200]);
  });

  it("somebody else's misses do not pause them for the class, and an end is put to every pause", async () => {
    const { pictures } = await aKey();
    await lockPictures("203.0.113.9");
    const inClass = () => responses().openKey(`${CLASS}/${pictures}`, { locale: "da", address: "10.9.8.7" });
    await inClass();
    await lockPictures("10.9.8.7");
    await expect(inClass()).rejects.toMatchObject({ status: 429, code: "key.picturesPaused", retryAfterSeconds: 120 });
    server.clock.set("2026-03-10T09:02:01Z");
    await inClass();
  });

  it("the pauses grow: in a whole day one address misses fewer than eighty times", async () => {
    const { responses: service } = server.application.services;
    const start = new Date("2026-03-10T09:00:00Z").getTime();
    const waits: number[] = [];
    let [at, misses] = [start, 0];
    while (at < start + 86_400_000) {
      const problem: unknown = await service
        .openKey(`${CLASS}/fox.fox.fox`, { locale: "da", address: "10.9.8.7" })
        .catch((error: unknown) => error);
      const { retryAfterSeconds } = problem as { retryAfterSeconds?: number };
      if (retryAfterSeconds === undefined) misses += 1;
      else waits.push(retryAfterSeconds / 60);
      at += (retryAfterSeconds ?? 0) * 1000;
      server.clock.set(new Date(at));
    }
    expect(misses).toBeLessThan(80);
    expect(waits[0]).toBe(2);
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(256);
  });

  it("an administrator sees the door, and opens it again", async () => {
    const { guessing, accounts } = server.application.services;
    const { pictures } = await aKey();
    await lockPictures();
    const [door, ...others] = await guessing.listPausedDoors(OPERATOR);
    expect(others).toEqual([]);
    expect(door).toEqual({
      groupId: "eg-1a",
      groupName: "1. A",
      institutionName: "Egeskolen",
      ways: ["pictures"],
      until: "2026-03-10T09:02:00.000Z",
    });
    const { actor: bo } = await accounts.signIn({ name: "bo", password: PASSWORD, address: "a" });
    expect(await guessing.listPausedDoors(bo)).toEqual([]);
    await expect(guessing.reopenDoor(bo, "eg-1a")).rejects.toMatchObject({ code: "group.notFound" });
    await guessing.reopenDoor(OPERATOR, "eg-1a");
    expect(await guessing.listPausedDoors(OPERATOR)).toEqual([]);
    expect(await sendAll([`${CLASS}/${pictures}`])).toEqual([200]);
  });
});

it("pictures open the keys of children from three to nine years only; letters open every key", async () => {
  await server.application.stores.organisation.insertGroups([
    { ...groups[0], id: "eg-7a", name: "7. A", band: "13-18", childCount: 20, code: "zzzzzzzzzz" },
  ] as typeof groups);
  const { rounds } = server.application.stores;
  await rounds.insert({ ...(await rounds.find("forar")), id: "unge", groupIds: ["eg-7a"] } as never);
  const [key] = await issueKeys(server.application, "eg-7a", 1, "unge");
  expect(key?.pictures).toBeUndefined();
  expect(key?.letters).toMatch(/^[A-Z]{6}$/);
  expect(await responses().openGroup("zzzzzzzzzz", { address: "a" })).toMatchObject({ ways: ["letters"] });
  const open = (own: string) => responses().openKey(`zzzzzzzzzz/${own}`, { locale: "da", address: "a" });
  await expect(open("fox.fox.fox")).rejects.toMatchObject({ code: "key.unknown" });
});

describe("what is not there", () => {
  const invented = (count: number) =>
    Array.from({ length: count }, (_, at) => `${String(at).padStart(10, "2")}/${at % 2 ? "fox.fox.fox" : "BCDFGH"}`);

  it.each([
    ["groups", invented],
    ["cards", (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(26, "2"))],
  ])("slows down who comes with 700 invented %s, and nobody else", async (_what, make) => {
    const keys = await issueKeys(server.application, "eg-1a", 3);
    const statuses = await sendAll(make(700));
    expect(countOf(statuses, 404)).toBe(300);
    expect(countOf(statuses, 429)).toBe(400);
    const [one, two, three] = keys;
    const known = [one?.secret ?? "", `${CLASS}/${two?.pictures}`, `${CLASS}/${three?.letters}`];
    expect(await sendAll(known)).toEqual([200, 200, 200]);
  });

  it("counts a network of IPv6, not each of its addresses", async () => {
    const keys = invented(330);
    const statuses = await Promise.all(
      keys.map(async (key, at) => (await sendAll([key], { address: `2001:db8:1:2::${at.toString(16)}` }))[0] ?? 0),
    );
    expect(countOf(statuses, 429)).toBe(30);
    expect(await sendAll(invented(1), { address: "2001:db8:1:3::1" })).toEqual([404]);
  });

  it("says when to come back", async () => {
    await sendAll(invented(301));
    const body = aSubmission(server.application, "zzzzzzzzzz/BCDFGH");
    const response = await put(server.url, freshId(), body, { "x-forwarded-for": "10.9.8.7" });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "120"]);
  });
});

describe("passwords", () => {
  const signIn = (name: string, password: string, address = "a") =>
    server.application.services.accounts.signIn({ name, password, address });

  it("are slowed by address for names that are not there, and a class's neighbour is not", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 130 }, (_, at) => signIn(`nobody${at}`, "wrong")));
    const statuses = tries.map((one) => (one.status === "rejected" ? (one.reason as { status: number }).status : 200));
    expect(countOf(statuses, 401)).toBe(100);
    expect(countOf(statuses, 429)).toBe(30);
    await expect(signIn("bo", PASSWORD)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 900 });
    await expect(signIn("bo", PASSWORD, "b")).resolves.toBeDefined();
  });

  it("being told to wait is no failure more: a name that is tried on and on locks nobody else out", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 130 }, () => signIn("carla", "wrong")));
    const statuses = tries.map((one) => (one.status === "rejected" ? (one.reason as { status: number }).status : 200));
    expect([countOf(statuses, 401), countOf(statuses, 429)]).toEqual([10, 120]);
    await expect(signIn("bo", PASSWORD)).resolves.toBeDefined();
  });

  it("a new sign-in ends the session this browser had before", async () => {
    const { accounts } = server.application.services;
    const { token: formerToken } = await accounts.signIn({ name: "bo", password: PASSWORD, address: "a" });
    const { token: elsewhere } = await accounts.signIn({ name: "bo", password: PASSWORD, address: "a" });
    await accounts.signIn({ name: "carla", password: PASSWORD, address: "a", formerToken });
    expect(await accounts.findActor(formerToken)).toEqual({ kind: "nobody" });
    expect(await accounts.findActor(elsewhere)).toMatchObject({ name: "bo" });
  });
});
