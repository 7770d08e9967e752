/** Draft, open, closed, sealed: what is taken, what is refused, and what is left when nothing connects any more. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { NOBODY } from "../../server/accounts/contract";
import type { Actor } from "../../server/accounts/contract";
import { PASSWORD, aRound, settleMunicipality } from "../support/small-municipality";
import { aSubmission, answersFor, freshId, issueKeys, put } from "../support/submissions";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
});
afterEach(() => server.close());

const rounds = () => server.application.services.rounds;

async function answerAs(groupId: string, count: number, band: "3-5" | "6-9"): Promise<string[]> {
  const keys = await issueKeys(server.application, groupId, count);
  const ids: string[] = [];
  for (const [index, { secret }] of keys.entries()) {
    const id = freshId();
    const answers = answersFor(server.application, band, (choices) => index % choices);
    const response = await put(server.url, id, aSubmission(server.application, secret, { band, answers }));
    expect(response.status).toBe(200);
    ids.push(id);
  }
  return ids;
}

async function as(name: string): Promise<Actor> {
  const { actor } = await server.application.services.accounts.signIn({ name, password: PASSWORD, address: "test" });
  return actor;
}

it("takes answers already given during the grace, and 410 after it", async () => {
  const [early, late] = await issueKeys(server.application, "eg-1a", 2);
  await rounds().close(OPERATOR, "forar");
  expect((await put(server.url, freshId(), aSubmission(server.application, early?.secret ?? ""))).status).toBe(200);
  await expect(
    server.application.services.responses.openKey(late?.secret ?? "", { locale: "da", address: "" }),
  ).rejects.toMatchObject({ status: 404 });
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

it("leaves neither keys, claims, secret nor old ids, and keeps every answer", async () => {
  const ids = await answerAs("eg-1a", 12, "6-9");
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const main = server.database.main;
  expect(await main.collection("keys").countDocuments({})).toBe(0);
  expect(await main.collection("responses").countDocuments({})).toBe(0);
  expect(await server.database.secrets.collection("roundSecrets").countDocuments({})).toBe(0);
  const sealed = await server.application.stores.responses.listSealed("forar");
  expect(sealed).toHaveLength(12);
  expect(sealed.filter((response) => ids.includes(response._id))).toEqual([]);
});

it("publishes one release an institution, the same when sealing is finished twice", async () => {
  await answerAs("eg-1a", 23, "6-9");
  await answerAs("birk-rod", 4, "3-5");
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const bo = await as("bo");
  const { release, statements } = await server.application.services.releases.getRelease(bo, "eg", "forar", "da");
  expect(release).toMatchObject({ invited: 34, responded: 23 });
  expect(statements.length).toBeGreaterThan(0);
  const form = release.forms.find(({ band }) => band === "6-9");
  expect(form?.status).toBe("shown");
  const carla = await as("carla");
  const small = await server.application.services.releases.getRelease(carla, "birk", "forar", "da");
  expect(JSON.stringify(small.release.forms)).not.toContain('"status":"shown"');
});

it("finishes a sealing that a crash cut short, at every step", async () => {
  await answerAs("eg-1a", 8, "6-9");
  await rounds().close(OPERATOR, "forar");
  const { stores } = server.application;
  await stores.rounds.move("forar", ["closed"], "sealing");
  // As a crash after copying would leave it: copies there, originals and keys too.
  await stores.responses.replaceSealed("forar", await stores.responses.listOpen("forar"));
  await rounds().tick();
  expect(await stores.responses.listSealed("forar")).toHaveLength(8);
  expect(await stores.responses.listOpen("forar")).toEqual([]);
  expect((await stores.rounds.find("forar"))?.state).toBe("sealed");
});

it("closes by itself when its window has passed", async () => {
  server.clock.set("2026-03-21T16:00:01Z");
  await rounds().tick();
  expect(await server.application.stores.rounds.find("forar")).toMatchObject({
    state: "closed",
    closedAt: aRound().closesAt,
  });
});

it("shows a leader her own institution alone, and nobody anything", async () => {
  await answerAs("eg-1a", 6, "6-9");
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const { releases, organisation } = server.application.services;
  const outsiders: Actor[] = [await as("carla"), await as("dan"), NOBODY];
  for (const actor of outsiders) {
    await expect(releases.getRelease(actor, "eg", "forar", "da")).rejects.toMatchObject({ status: 404 });
    await expect(releases.listRounds(actor, "eg", "da")).rejects.toMatchObject({ status: 404 });
    await expect(rounds().listOverviews(actor)).rejects.toMatchObject({ status: 404 });
    await expect(rounds().close(actor, "forar")).rejects.toMatchObject({ status: 404 });
    await expect(organisation.getInstitution(actor, "eg")).rejects.toMatchObject({ status: 404 });
  }
});

it("shows while it is open only answers per institution, rounded down to fives", async () => {
  await answerAs("eg-1a", 13, "6-9");
  const [overview] = await rounds().listOverviews(OPERATOR);
  expect(overview?.institutions.find(({ id }) => id === "eg")).toMatchObject({ invited: 34, heardAtLeast: 10 });
});
