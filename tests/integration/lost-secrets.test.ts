/** Where the rounds' secrets are lost: a file of a round's tables takes their place, whole and once, or not at all. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import type { Release } from "../../server/releases/contract";
import type { TablesFile } from "../../server/tables/contract";
import type { Burnt } from "../support/lost-secrets";
import { burnAndRestore, forged, releasesOf, seal } from "../support/lost-secrets";
import { settleMunicipality } from "../support/small-municipality";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
let burnt: Burnt;
beforeEach(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
  burnt = await burnAndRestore(server);
});
afterEach(() => server.close());

const importFile = (file = burnt.file, expected?: string) =>
  server.application.services.tables.importFile(OPERATOR, file, expected);
const kept = () => server.database.secrets.collection("tables").countDocuments({});
const plans = () => server.database.secrets.collection("sealingPlans").countDocuments({});
/** All but the day of sealing, which is another. */
const told = (list: readonly Release[]) => list.map((release) => ({ ...release, hash: "", sealedOn: "" }));

async function expectAsBefore(): Promise<void> {
  const { main, secrets } = server.database;
  for (const name of ["responses", "keys", "tallies"]) expect(await main.collection(name).countDocuments({})).toBe(0);
  expect(await secrets.collection("roundSecrets").countDocuments({})).toBe(0);
  expect(told(await releasesOf(server))).toEqual(told(burnt.releases));
  const { tables, releases } = server.application.services;
  expect(JSON.parse(burnt.file)).toEqual(await tables.getFile(OPERATOR, "forar"));
  for (const { verdict } of await releases.verify(OPERATOR, "forar")) expect(verdict).toBe("same");
  const verified = await tables.verify(OPERATOR, "forar");
  expect(verified.isNoneKept).toBe(false);
  expect(verified.tables.map(({ verdict }) => verdict)).toEqual(["same", "same", "same"]);
}

it("seals with the tables of before, although fewer answers are here and would be counted with others", async () => {
  await expect(seal(server)).rejects.toMatchObject({ code: "round.inDoubt" });
  server.clock.set("2026-03-24T23:00:00Z");
  expect(await importFile()).toEqual({ round: "forar", tables: 3, beside: [] });
  await seal(server);
  await expectAsBefore();
  expect((await server.application.stores.rounds.find("forar"))?.sealedAt).toEqual(server.clock.now());
});

it("is sealed by the clock as soon as the tables are here", async () => {
  server.clock.set("2026-03-24T23:00:00Z");
  await server.application.services.rounds.tick();
  expect((await server.application.stores.rounds.find("forar"))?.state).toBe("closed");
  await importFile(burnt.file, "forar");
  await server.application.services.rounds.tick();
  await expectAsBefore();
});

it("can be imported again after a kill before or after each of its writes, and nothing seals it meanwhile", async () => {
  const { tables } = server.application.stores;
  const { keep, savePlan } = tables;
  const cut = async (at: number, isDone: boolean) => {
    let left = at;
    const dying =
      <T extends unknown[], R>(write: (...given: T) => Promise<R>) =>
      async (...given: T) => {
        left -= 1;
        if (left >= 0) return write(...given);
        if (isDone) await write(...given);
        throw new Error("the power went");
      };
    Object.assign(tables, { keep: dying(keep), savePlan: dying(savePlan) });
    await expect(importFile()).rejects.toThrow("the power went");
    Object.assign(tables, { keep, savePlan });
  };
  const writes = [0, 1, 2, 3].flatMap((at) => [[at, false] as const, [at, true] as const]);
  for (const [at, isDone] of writes.slice(0, -1)) {
    await cut(at, isDone);
    expect(await plans()).toBe(0);
    expect(await kept()).toBe(Math.max(at, isDone ? at + 1 : 0));
    await expect(seal(server)).rejects.toMatchObject({ code: "round.inDoubt" });
    // What was imported in part was read: the other word is refused.
    if ((await kept()) > 0) await expect(seal(server, true)).rejects.toMatchObject({ code: "tables.differ" });
  }
  await cut(3, true);
  await expect(importFile()).rejects.toMatchObject({ code: "round.notInDoubt" });
  await seal(server);
  await expectAsBefore();
});

it("is finished when sealing is cut short after an import", async () => {
  await importFile();
  const { tables } = server.application.stores;
  const { insert } = tables;
  tables.insert = async (...given) => {
    await insert(...given);
    throw new Error("the power went");
  };
  await expect(seal(server)).rejects.toThrow("the power went");
  tables.insert = insert;
  await seal(server);
  await expectAsBefore();
});

describe("answers that no imported table tells of", () => {
  const without = (id: string) =>
    forged(burnt.file, ({ units }) =>
      units.splice(
        units.findIndex((unit) => unit.id === id),
        1,
      ),
    );

  it("are named, and counted for the first time where they are enough for a table of their own", async () => {
    const file = without("forar:institution:birk:3-5");
    expect((await importFile(file)).beside).toEqual([{ institution: "birk", form: "3-5" }]);
    await seal(server);
    const [eg, birk] = await releasesOf(server);
    expect(eg?.participants).toBe(24);
    expect(birk?.participants).toBe(11);
    expect(await plans()).toBe(2);
  });

  it("are deleted uncounted where they would stand in a table of small ones that was drawn before", async () => {
    const file = forged(burnt.file, ({ units }) => {
      const own = units.findIndex(({ id }) => id === "forar:institution:birk:3-5");
      units.splice(own, 1);
    });
    await server.database.main.collection("responses").deleteMany({ institution: "birk" });
    await server.database.main
      .collection("responses")
      .updateOne({ group: "eg-sfo" }, { $set: { institution: "birk", group: "birk-rod" } });
    expect((await importFile(file)).beside).toEqual([{ institution: "birk", form: "3-5" }]);
    await seal(server);
    expect(await server.database.main.collection("responses").countDocuments({})).toBe(0);
    const tables = await server.application.stores.tables.listTables("forar");
    expect(tables).toEqual((JSON.parse(file) as TablesFile).units.map(({ table }) => table));
  });
});

describe("is refused, and changes nothing:", () => {
  const refused = async (code: string) => {
    await expect(importFile()).rejects.toMatchObject({ code });
    expect(await plans()).toBe(0);
  };

  it("a round whose secrets are here, and one that is sealed", async () => {
    const { main, secrets } = server.database;
    await secrets.collection("roundSecrets").insertOne({ _id: "forar" as never, secret: "a".repeat(32) });
    await refused("round.notInDoubt");
    await seal(server);
    const before = await secrets.collection("tables").find({}).toArray();
    await expect(importFile()).rejects.toMatchObject({ code: "round.notInDoubt" });
    await main.collection("rounds").updateOne({}, { $set: { state: "closed" } });
    await expect(importFile()).rejects.toMatchObject({ code: "round.notInDoubt" });
    expect(await secrets.collection("tables").find({}).toArray()).toEqual(before);
  });

  it("tables beside others that are kept or stored", async () => {
    const { main, secrets } = server.database;
    const [unit] = (JSON.parse(burnt.file) as TablesFile).units;
    if (!unit) throw new Error("There is no table.");
    const stored = { _id: unit.id as never, round: "forar", table: { ...unit.table, epsilonPermille: 500 } };
    await main.collection("tables").insertOne(stored);
    await refused("tables.differ");
    await main.collection("tables").deleteMany({});
    await main.collection("tables").insertOne({ ...stored, _id: "forar:institution:lind:6-9" as never });
    await refused("tables.differ");
    await main.collection("tables").deleteMany({});
    await secrets.collection("tables").insertOne(stored);
    await expect(importFile()).rejects.toMatchObject({ code: "tables.differ" });
    expect(await plans()).toBe(0);
  });

  it("a round that somebody seals on the other word at the same moment", async () => {
    const { tables } = server.application.stores;
    const { savePlan } = tables;
    tables.savePlan = async (round, number) => savePlan(round, number, []);
    await expect(importFile()).rejects.toMatchObject({ code: "round.notInDoubt" });
    tables.savePlan = savePlan;
  });
});
