/**
 * Attacks on a real server and its database: one of each on sealed rounds here, twenty in tests/deep; and what must not be there
 * at all, whoever looks.
 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { attackServer, doorAttacks } from "../support/attacked-server";
import { seededDraw } from "../support/seeded-draw";
import { settleMunicipality } from "../support/small-municipality";
import { aSubmission, answersFor, freshId, issueKeys } from "../support/submissions";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

it("each attack finds a table of its children and nothing else", async () => {
  const seed = Date.now() % 1_000_000;
  const attacked = await attackServer(server.application, 1, seededDraw(seed));
  expect(attacked).toHaveLength(doorAttacks.length);
  for (const name of ["responses", "keys", "tallies"])
    expect(await server.database.main.collection(name).countDocuments({})).toBe(0);
  expect(await server.database.secrets.collection("roundSecrets").countDocuments({})).toBe(0);
});

interface Snapshot {
  readonly spent: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
}

/** What a copy of the main database holds, as whoever finds a backup reads it. */
async function lookAt({ database }: TestServer): Promise<Snapshot> {
  const keys = await database.main.collection("keys").find({}).toArray();
  const responses = await database.main.collection("responses").find({}).toArray();
  return {
    spent: new Set(keys.filter(({ state }) => state === "spent").map(({ _id }) => String(_id))),
    answers: new Set(responses.map(({ _id }) => String(_id))),
  };
}

const submit = (secret: string, changes: Parameters<typeof aSubmission>[2] = {}) =>
  server.application.services.responses.submit(freshId(), aSubmission(server.application, secret, changes), {
    address: "",
  });

it("two copies of an open round link the one child between them, as its label says; after sealing nothing does", async () => {
  await settleMunicipality(server.application);
  const keys = await issueKeys(server.application, "eg-1a", 12);
  const open = () =>
    server.application.services.responses.openKey(keys[11]?.secret ?? "", { locale: "da", address: "" });
  for (const { secret } of keys.slice(0, 11)) await submit(secret);
  const [first, { label }] = [await lookAt(server), await open()];
  await submit(keys[11]?.secret ?? "");
  const second = await lookAt(server);
  const fresh = (which: keyof Snapshot) => [...second[which]].filter((id) => !first[which].has(id));
  // The attack wins: that is why nobody is told "anonymous" before.
  expect([fresh("spent").length, fresh("answers").length]).toEqual([1, 1]);
  expect(JSON.stringify(label)).not.toMatch(/anonym\b/iu);
  await server.application.services.rounds.close(OPERATOR, "forar");
  await server.application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const third = await lookAt(server);
  expect([third.spent.size, third.answers.size]).toEqual([0, 0]);
  const all = JSON.stringify([
    await server.database.main.collection("tables").find({}).toArray(),
    await server.database.main.collection("releases").find({}).toArray(),
    await server.database.secrets.collection("tables").find({}).toArray(),
    await server.database.secrets.collection("sealingPlans").find({}).toArray(),
  ]);
  for (const id of [...second.spent, ...second.answers]) expect(all).not.toContain(id);
});

it("an answer has no time, order, address, language or way in it, and its id tells none", async () => {
  await settleMunicipality(server.application);
  const keys = await issueKeys(server.application, "eg-1a", 40);
  const ids: string[] = [];
  for (const [at, { secret }] of keys.entries()) {
    const id = freshId();
    ids.push(id);
    const submission = aSubmission(server.application, secret, {
      locale: at === 0 ? "en" : "da",
      mode: at === 1 ? "kiosk" : "solo",
      answers: answersFor(server.application, "6-9", (choices) => at % choices),
    });
    await server.application.services.responses.submit(id, submission, { address: "203.0.113.7" });
  }
  const stored = await server.database.main.collection("responses").find({}).toArray();
  const text = JSON.stringify(stored);
  for (const trace of ["203.0.113.7", "kiosk", '"en"', "2026-"]) expect(text).not.toContain(trace);
  // Found in the order of their ids, which are random: as many neighbours stand the wrong way round as the right one.
  const order = stored.map(({ _id }) => ids.indexOf(String(_id)));
  const turned = order.filter((at, place) => place > 0 && at < (order[place - 1] ?? 0)).length;
  expect(order).not.toEqual(order.toSorted((one, other) => one - other));
  expect(turned).toBeGreaterThan(6);
});

it("a rare language or way has a count whether anybody used it or not, and never an exact one", async () => {
  await settleMunicipality(server.application);
  const keys = await issueKeys(server.application, "eg-1a", 20);
  for (const { secret } of keys) await submit(secret);
  await server.application.services.rounds.close(OPERATOR, "forar");
  await server.application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const [table] = await server.application.stores.tables.listTables("forar");
  const { languages, modes, help } = table?.whole.ways ?? {};
  const offered = server.application.library.languages("puls", 1, "6-9");
  expect(Object.keys(languages ?? {}).sort()).toEqual([...offered].sort());
  const counts = [languages, modes, help].flatMap((way) => Object.values(way ?? {}));
  expect(counts.filter((count) => count !== 0 && count !== 20).length).toBeGreaterThan(2);
});
