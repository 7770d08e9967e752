/** Draft, open, closed, sealed: what is taken, what is refused, and what is left when nothing connects any more. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { aRound, settleMunicipality } from "../support/small-municipality";
import { bringUp } from "../../server/database/bring-up";
import { actAs } from "../support/act-as";
import { answerIn } from "../support/answer-in";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
});
afterEach(() => server.close());

const rounds = () => server.application.services.rounds;

const answerAs = (groupId: string, count: number, band: "3-5" | "6-9") => answerIn(server, groupId, count, band);

const as = (name: string) => actAs(server.application, name);

it("takes answers already given during the grace, and 410 after it", async () => {
  const [early, late] = await issueKeys(server.application, "eg-1a", 2);
  await rounds().close(OPERATOR, "forar");
  expect((await put(server.url, freshId(), aSubmission(server.application, early?.secret ?? ""))).status).toBe(200);
  // A page that is opened now can only go on with what was begun.
  const opened = await server.application.services.responses.openKey(late?.secret ?? "", { locale: "da", address: "" });
  expect(opened.isClosing).toBe(true);
  server.clock.set("2026-03-14T09:00:01Z");
  expect((await put(server.url, freshId(), aSubmission(server.application, late?.secret ?? ""))).status).toBe(410);
});

it("does not seal a round in its grace unless told to, and no round that is open", async () => {
  await expect(rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true })).rejects.toMatchObject({
    code: "round.wrongState",
  });
  await rounds().close(OPERATOR, "forar");
  await expect(rounds().seal(OPERATOR, "forar", { isEarlyAccepted: false })).rejects.toMatchObject({
    code: "round.inGrace",
  });
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  expect((await server.application.stores.rounds.find("forar"))?.state).toBe("sealed");
});

it("leaves neither keys, claims, secret, answers nor ids, and counts every answer", async () => {
  const ids = await answerAs("eg-1a", 12, "6-9");
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const main = server.database.main;
  expect(await main.collection("keys").countDocuments({})).toBe(0);
  expect(await main.collection("responses").countDocuments({})).toBe(0);
  expect(await server.database.secrets.collection("roundSecrets").countDocuments({})).toBe(0);
  expect(await main.collection("tallies").countDocuments({})).toBe(0);
  const [table, ...others] = await server.application.stores.tables.listTables("forar");
  expect(others).toEqual([]);
  expect(table?.leaves).toMatchObject([{ invited: 30, participants: 12 }]);
  // Nothing in it has anything to do with an id.
  const text = JSON.stringify(table);
  for (const id of ids) expect(text).not.toContain(id);
});

it("publishes one release an institution", async () => {
  await answerAs("eg-1a", 23, "6-9");
  await answerAs("birk-rod", 4, "3-5");
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const bo = await as("bo");
  const { release } = await server.application.services.releases.getRelease(bo, "eg", "forar", "da");
  expect(release).toMatchObject({ invited: 34, participants: 23 });
  expect(release.findings.length).toBeGreaterThan(0);
  expect(release.forms.find(({ form }) => form === "6-9")?.questions.length).toBeGreaterThan(5);
  const carla = await as("carla");
  const small = await server.application.services.releases.getRelease(carla, "birk", "forar", "da");
  expect(small.release.participants).toBeUndefined();
  expect(small.release.forms).toMatchObject([{ hidden: "with-area", questions: [], indices: [] }]);
});

it("finishes a sealing that a crash cut short, after whichever of its steps", async () => {
  await answerAs("eg-1a", 12, "6-9");
  await answerAs("birk-rod", 11, "3-5");
  await rounds().close(OPERATOR, "forar");
  const { stores } = server.application;
  const seal = () => rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const steps = ["savePlan", "keep", "insert"] as const;
  // Both the plan and tables are drawn once: what was kept before a crash is what is found after it.
  for (const step of steps) {
    const whole = stores.tables[step];
    const cut = async (...given: never[]) => {
      await (whole as (...all: never[]) => Promise<unknown>)(...given);
      throw new Error("the power went");
    };
    Object.assign(stores.tables, { [step]: cut });
    await expect(seal()).rejects.toThrow("the power went");
    Object.assign(stores.tables, { [step]: whole });
  }
  const kept = server.database.secrets.collection("tables");
  const first = await kept.find({}).toArray();
  expect(first.length).toBeGreaterThan(0);
  await rounds().tick();
  const tables = await server.database.main.collection("tables").find({}).toArray();
  expect(tables).toHaveLength(2);
  for (const table of first) expect(tables).toContainEqual(table);
  await expectSealed(12);
});

it("draws no second table of a round that is restored, answers and all", async () => {
  await answerAs("eg-1a", 20, "6-9");
  const main = server.database.main;
  const collections = ["rounds", "keys", "responses", "tallies"] as const;
  const before = new Map(
    await Promise.all(collections.map(async (name) => [name, await main.collection(name).find({}).toArray()] as const)),
  );
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const read = async () => (await main.collection("tables").find({}).toArray()).map(({ table }) => table as unknown);
  const drawn = await read();
  for (const name of ["tables", "releases", ...collections]) await main.collection(name).deleteMany({});
  for (const [name, list] of before) if (list.length > 0) await main.collection(name).insertMany(list);
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  expect(await read()).toEqual(drawn);
  await expectSealed(20);
});

it("counts own words nowhere, also where the survey has lost the question since", async () => {
  const [id = ""] = await answerAs("eg-1a", 12, "6-9");
  await server.database.main
    .collection("responses")
    .updateOne({ _id: id as never }, { $set: { "answers.told-us": "Her er noget galt" } });
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const tables = JSON.stringify(await server.application.stores.tables.listTables("forar"));
  expect(tables).toContain('"glad"');
  expect(tables).not.toContain("told-us");
  expect(tables).not.toContain("galt");
});

async function expectSealed(count: number): Promise<void> {
  const { stores, services } = server.application;
  const tables = await stores.tables.listTables("forar");
  expect(tables.filter(({ place: { id } }) => id === "eg")).toMatchObject([{ leaves: [{ participants: count }] }]);
  expect(await server.database.main.collection("responses").countDocuments({})).toBe(0);
  expect(await server.database.main.collection("keys").countDocuments({})).toBe(0);
  expect(await server.database.secrets.collection("roundSecrets").countDocuments({})).toBe(0);
  expect((await stores.rounds.find("forar"))?.state).toBe("sealed");
  expect((await services.releases.getRelease(OPERATOR, "eg", "forar", "da")).release.participants).toBe(count);
}

it("keeps every answer once when two seal at the same time, also while the clock ticks", async () => {
  await answerAs("eg-1a", 20, "6-9");
  const [slow] = await issueKeys(server.application, "eg-1a", 1);
  await rounds().close(OPERATOR, "forar");
  // A claim that a crash left makes both wait as long as they ever do.
  const { stores } = server.application;
  const claimed = await server.database.main
    .collection("keys")
    .findOneAndUpdate({ state: "unclaimed" }, { $set: { state: "claimed", claim: "nobody" } });
  expect(claimed && slow).toBeTruthy();
  const seal = () => rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  await Promise.all([seal(), seal(), stores.rounds.find("forar").then(() => rounds().tick())]);
  await expectSealed(20);
});

it("tells an answer that hung while its round was sealed that it came too late, and keeps nothing of it", async () => {
  await answerAs("eg-1a", 20, "6-9");
  const [slow] = await issueKeys(server.application, "eg-1a", 1);
  await rounds().close(OPERATOR, "forar");
  const responses = server.database.main.collection("responses");
  const insertOne = responses.insertOne.bind(responses);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  responses.insertOne = async (...args) => held.then(() => insertOne(...args));
  const late = put(server.url, freshId(), aSubmission(server.application, slow?.secret ?? ""));
  await vi.waitFor(async () =>
    expect(await server.database.main.collection("keys").countDocuments({ state: "claimed" })).toBe(1),
  );
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  release();
  expect((await late).status).toBe(410);
  await expectSealed(20);
});

it("takes answers after a restore without the rounds' secrets, and seals on an operator's word alone", async () => {
  await answerAs("eg-1a", 20, "6-9");
  const [key] = await issueKeys(server.application, "eg-1a", 1);
  await server.database.secrets.collection("roundSecrets").deleteMany({});
  expect((await put(server.url, freshId(), aSubmission(server.application, key?.secret ?? ""))).status).toBe(200);
  await rounds().close(OPERATOR, "forar");
  const seal = (wasNeverRead?: boolean) => rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true, wasNeverRead });
  await expect(seal()).rejects.toMatchObject({ code: "round.inDoubt" });
  server.clock.set("2026-03-24T23:00:00Z");
  await rounds().tick();
  expect((await server.application.stores.rounds.find("forar"))?.state).toBe("closed");
  expect((await rounds().listOverviews(OPERATOR))[0]).toMatchObject({ isInDoubt: true });
  await seal(true);
  await expectSealed(21);
  // Said once more, or of a round that nothing speaks against, the word leaves no secret behind.
  await expect(seal(true)).rejects.toMatchObject({ code: "round.wrongState" });
  await expectSealed(21);
});

it("lets no key connect with an answer for longer than the clock's next tick", async () => {
  const [key] = await issueKeys(server.application, "eg-1a", 1);
  const keys = server.database.main.collection("keys");
  const updateOne = keys.updateOne.bind(keys);
  keys.updateOne = async () => Promise.reject(new Error("the power went"));
  await put(server.url, freshId(), aSubmission(server.application, key?.secret ?? "")).catch(() => undefined);
  keys.updateOne = updateOne;
  expect(await keys.countDocuments({ state: "claimed" })).toBe(1);
  await rounds().tick();
  expect(await keys.countDocuments({ state: "spent", claim: { $exists: false } })).toBe(1);
});

it("keeps the day it promised: seals by itself when the grace is over", async () => {
  await answerAs("eg-1a", 20, "6-9");
  server.clock.set("2026-03-21T23:00:00Z");
  await rounds().tick();
  server.clock.set("2026-03-24T22:59:59Z");
  await rounds().tick();
  expect((await server.application.stores.rounds.find("forar"))?.state).toBe("closed");
  server.clock.set("2026-03-24T23:00:00Z");
  await rounds().tick();
  await expectSealed(20);
});

it("closes by itself when its last day has passed", async () => {
  const [key] = await issueKeys(server.application, "eg-1a", 1);
  const open = () => server.application.services.responses.openKey(key?.secret ?? "", { locale: "da", address: "" });
  const state = async () => (await server.application.stores.rounds.find("forar"))?.state;
  server.clock.set("2026-03-21T22:59:59Z");
  await rounds().tick();
  expect(await state()).toBe("open");
  expect(await open()).toMatchObject({ isClosing: false });
  server.clock.set("2026-03-21T23:00:00Z");
  expect(await open()).toMatchObject({ isClosing: true });
  await rounds().tick();
  expect(await server.application.stores.rounds.find("forar")).toMatchObject({
    state: "closed",
    closedAt: aRound().closesAt,
  });
});

it("brings an hour that stands in an older round up to the whole day it lies in", async () => {
  const hours = { opensAt: new Date("2026-03-10T11:24:00Z"), closesAt: new Date("2026-03-12T11:24:00Z") };
  await server.application.stores.rounds.insert({ ...aRound(hours), id: "hours", state: "open" });
  await bringUp(server.database);
  const [key] = await issueKeys(server.application, "eg-1a", 1, "hours");
  const open = () => server.application.services.responses.openKey(key?.secret ?? "", { locale: "da", address: "" });
  for (const moment of ["2026-03-09T23:00:00Z", "2026-03-12T22:59:59Z"]) {
    server.clock.set(moment);
    await rounds().tick();
    await open();
  }
  server.clock.set("2026-03-12T23:00:00Z");
  await rounds().tick();
  expect(await server.application.stores.rounds.find("hours")).toMatchObject({
    state: "closed",
    closedAt: new Date("2026-03-12T23:00:00Z"),
  });
});
