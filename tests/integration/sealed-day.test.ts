/** The day on which a round was sealed: the one that its releases tell, and never before its answers were gone. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { answerIn } from "../support/answer-in";
import { settleMunicipality } from "../support/small-municipality";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
});
afterEach(() => server.close());

it("is sealed on the day that its releases tell, also when a crash kept their last step for another", async () => {
  await answerIn(server, "eg-1a", 12, "6-9");
  await server.application.services.rounds.close(OPERATOR, "forar");
  const { stores, services } = server.application;
  const { move } = stores.rounds;
  stores.rounds.move = async (id, from, to, ...more) => {
    if (to === "sealed") throw new Error("the power went");
    return move(id, from, to, ...more);
  };
  const seal = () => server.application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
  await expect(seal()).rejects.toThrow("the power went");
  stores.rounds.move = move;
  server.clock.set("2026-03-12T09:00:00Z");
  await server.application.services.rounds.tick();
  const round = await stores.rounds.find("forar");
  expect(round).toMatchObject({ state: "sealed", sealedAt: new Date("2026-03-10T09:00:00Z") });
  const { release } = await services.releases.getRelease(OPERATOR, "eg", "forar", "da");
  expect(release.sealedOn).toBe("2026-03-10");
});

it("is sealed when its answers are gone, also when a restore has brought them back beside an earlier release", async () => {
  await answerIn(server, "eg-1a", 12, "6-9");
  const main = server.database.main;
  const before = new Map<string, object[]>();
  for (const name of ["rounds", "keys", "responses"]) before.set(name, await main.collection(name).find({}).toArray());
  const seal = async () => {
    await server.application.services.rounds.close(OPERATOR, "forar");
    await server.application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
    return (await server.application.stores.rounds.find("forar"))?.sealedAt;
  };
  expect(await seal()).toEqual(new Date("2026-03-10T09:00:00Z"));
  for (const [name, list] of before) {
    await main.collection(name).deleteMany({});
    await main.collection(name).insertMany(list);
  }
  server.clock.set("2026-03-12T09:00:00Z");
  expect(await seal()).toEqual(new Date("2026-03-12T09:00:00Z"));
});
