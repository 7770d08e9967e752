/** Goes through everything that old data must still be good for: read, answered into, closed, sealed, read again. */
import { expect } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { sessionCookieName } from "../../server/accounts/contract";
import { CURRENT_SHAPE } from "../../server/database/shape";
import { hashJson } from "../../server/lib/canonical-json";
import type { Release } from "../../server/releases/contract";
import { formatKey } from "../../server/responses/contract";
import { institutionsOf } from "../../server/organisation/rules";
import { roundWindow } from "../../server/rounds/window";
import type { Round } from "../../server/rounds/contract";
import type { RunningServer } from "../../server/run-server";
import { dayAt, lastDayBefore } from "../../surveys/paper/calendar";
import type { MovableClock } from "./movable-clock";
import type { OldFacts } from "./old-data";
import { groups } from "./small-municipality";
import { aSubmission, freshId, put } from "./submissions";
import { cookieOf } from "./sign-in";

export interface OldLife {
  readonly server: RunningServer;
  readonly clock: MovableClock;
  readonly facts: OldFacts;
  /** A backup has no round secrets: a device that had claimed a card hears that it is used. */
  readonly hasSecrets: boolean;
}

const isWhole = ({ hash, ...release }: Release) => hashJson(release) === hash;

async function releaseOf({ application }: RunningServer, institution: string, round: string): Promise<Release> {
  return (await application.services.releases.getRelease(OPERATOR, institution, round, "da")).release;
}

const participantsOf = async ({ application }: RunningServer, round: string): Promise<number> =>
  (await application.stores.tables.listTables(round))
    .flatMap(({ leaves }) => leaves)
    .reduce((sum, { participants }) => sum + participants, 0);

async function expectState({ application }: RunningServer, round: string, state: Round["state"]): Promise<void> {
  const find = async () => {
    await application.services.rounds.tick();
    return (await application.stores.rounds.find(round))?.state;
  };
  await expect.poll(find, { timeout: 60_000 }).toBe(state);
}

/** All that was there is there; what was kept answer by answer of a sealed round is tables. */
async function expectAsItWas({ server, facts }: OldLife): Promise<void> {
  await expectState(server, "vinter", "sealed");
  const { main } = server.database;
  const counts: Record<string, number> = {};
  for (const name of Object.keys(facts.counts)) counts[name] = await main.collection(name).countDocuments();
  // The first tick remembers which answers to the children are late.
  const late = "feedbacks" in counts ? { feedbacks: counts["feedbacks"] } : {};
  const gone = facts.shape < 3 ? { sealedResponses: 0, sealedCopies: 0, tallies: 0 } : {};
  expect(counts).toEqual({ ...facts.counts, ...late, ...gone });
  expect(await participantsOf(server, "vinter")).toBe(facts.participants);
  await expectOldReleases(server, facts);
}

/** A release that another rule computed is published again, by today's; any other is what it was. */
async function expectOldReleases(server: RunningServer, facts: OldFacts): Promise<void> {
  for (const { institution, participants, hash } of facts.releases) {
    const release = await releaseOf(server, institution, "vinter");
    expect(release).toMatchObject({ participants, ...(facts.shape >= 3 && { hash }) });
    expect(isWhole(release)).toBe(true);
  }
}

/** What each step has done. */
async function expectTodaysShape({ application, database }: RunningServer): Promise<void> {
  expect(await database.main.collection("shapes").find({}).toArray()).toEqual([{ _id: "data", number: CURRENT_SHAPE }]);
  expect(await database.main.collection("claims").countDocuments()).toBe(0);
  for (const { opensAt, closesAt, groupIds, institutionIds } of await application.stores.rounds.list()) {
    expect({ opensAt, closesAt }).toEqual(roundWindow(dayAt(opensAt), lastDayBefore(closesAt)));
    const asked = institutionsOf(groups.filter(({ id }) => groupIds.includes(id)));
    expect([...institutionIds].sort()).toEqual(asked.sort());
  }
  expect((await application.services.organisation.getMunicipality()).voiceOrder).toBe("device-first");
}

async function expectPeopleIn({ server, facts }: OldLife): Promise<void> {
  const pageOf = async (path: string, cookie: string) =>
    (await fetch(server.url + path, { headers: { cookie }, redirect: "manual" })).status;
  expect(await pageOf("/admin", `${sessionCookieName(false)}=${facts.keys.session}`)).toBe(200);
  expect(await pageOf("/leder/eg/vinter", await cookieOf(server.url, "bo"))).toBe(200);
}

const codeOf = (group: string) => groups.find(({ id }) => id === group)?.code ?? "";

/** Resolves with how many answers were new in "forar". */
async function answerInto({ server, facts, hasSecrets }: OldLife): Promise<number> {
  const { late, spent, claimed, free, young } = facts.keys;
  const send = async (key: string, band: "3-5" | "6-9", round = "forar", id = freshId()) => {
    const response = await put(server.url, id, aSubmission(server.application, key, { round, band }));
    return { status: response.status, body: (await response.json()) as { receipt?: string } };
  };
  const own = (group: string, way: string | undefined) =>
    formatKey({ kind: "group", groupCode: codeOf(group), own: way ?? "" });
  expect((await fetch(`${server.url}/svar/${free[0]?.secret}`)).status).toBe(200);
  expect((await fetch(`${server.url}/svar/g/${codeOf("birk-rod")}`)).status).toBe(200);
  const asked = [
    await send(free[0]?.secret ?? "", "6-9"),
    await send(own("eg-1a", free[1]?.letters), "6-9"),
    await send(own("birk-rod", young[0]?.pictures), "3-5"),
    await send(own("birk-rod", young[1]?.letters), "3-5"),
    await send(late.secret, "6-9", "stoppet"),
  ];
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const again = await send(spent.secret, "6-9", "forar", spent.responseId);
  expect(again).toMatchObject({ status: 200, body: { receipt: spent.receipt } });
  expect((await send(spent.secret, "6-9")).status).toBe(409);
  expect((await send(claimed.secret, "6-9")).status).toBe(409);
  const came = await send(claimed.secret, "6-9", "forar", claimed.responseId);
  expect(came.status).toBe(hasSecrets ? 200 : 409);
  return hasSecrets ? 5 : 4;
}

async function expectSealed({ server, hasSecrets }: OldLife, answers: Readonly<Record<string, number>>): Promise<void> {
  const { rounds } = server.application.services;
  for (const [round, count] of Object.entries(answers)) {
    // In another house nobody but an operator can know that it was not sealed before.
    if (!hasSecrets) {
      await rounds.tick();
      await expect(rounds.seal(OPERATOR, round, { isEarlyAccepted: false })).rejects.toMatchObject({
        code: "round.inDoubt",
      });
      await rounds.seal(OPERATOR, round, { isEarlyAccepted: false, wasNeverRead: true });
    }
    await expectState(server, round, "sealed");
    expect(await participantsOf(server, round)).toBe(count);
    expect(isWhole(await releaseOf(server, "eg", round))).toBe(true);
  }
}

export async function liveOn(life: OldLife): Promise<void> {
  const { server, clock, facts } = life;
  await expectAsItWas(life);
  await expectTodaysShape(server);
  await expectPeopleIn(life);
  const spring = 34 + (await answerInto(life));
  // "stoppet" was closed on the 10th and has three days of grace.
  clock.set("2026-03-13T22:59:59Z");
  await server.application.services.rounds.tick();
  expect((await server.application.stores.rounds.find("stoppet"))?.state).toBe("closed");
  clock.set("2026-03-13T23:00:00Z");
  await expectSealed(life, { stoppet: 12 });
  // The last day of "forar" counts to its end, although 15:15 was written into it.
  clock.set("2026-03-20T22:59:59Z");
  await server.application.services.rounds.tick();
  expect((await server.application.stores.rounds.find("forar"))?.state).toBe("open");
  clock.set("2026-03-23T23:00:00Z");
  await expectSealed(life, { forar: spring });
  await expectOldReleases(server, facts);
  expect(await server.database.main.collection("responses").countDocuments()).toBe(0);
  expect(await server.database.main.collection("keys").countDocuments()).toBe(0);
}
