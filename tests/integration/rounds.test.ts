/** Rounds as their administrator and the leaders meet them: whose they are, how far they are, how one is made. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Actor } from "../../server/accounts/contract";
import { NOBODY } from "../../server/accounts/contract";
import { OPERATOR } from "../../server/accounts/rules";
import { createApplication } from "../../server/services";
import { aNewRound } from "../support/a-new-round";
import { actAs } from "../support/act-as";
import { answerIn } from "../support/answer-in";
import { groups, settleMunicipality } from "../support/small-municipality";
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

it("shows a leader her own institution alone, and nobody anything", async () => {
  await answerAs("eg-1a", 6, "6-9");
  await rounds().close(OPERATOR, "forar");
  await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
  const { releases, organisation } = server.application.services;
  const outsiders: Actor[] = [await as("carla"), await as("dan"), NOBODY];
  for (const actor of outsiders) {
    await expect(releases.getRelease(actor, "eg", "forar", "da")).rejects.toMatchObject({ status: 404 });
    const asked = { institutionId: "eg", locale: "da" } as const;
    const page = releases.getPage(actor, asked, await organisation.getMunicipality());
    await expect(page).rejects.toMatchObject({ status: 404 });
    await expect(rounds().listOverviews(actor)).rejects.toMatchObject({ status: 404 });
    await expect(rounds().close(actor, "forar")).rejects.toMatchObject({ status: 404 });
    await expect(organisation.getInstitution(actor, "eg")).rejects.toMatchObject({ status: 404 });
  }
});

it("shows while it is open only answers per institution, rounded down to fives", async () => {
  await answerAs("eg-1a", 13, "6-9");
  const [overview] = await rounds().listOverviews(OPERATOR);
  expect(overview?.institutions.find(({ id }) => id === "eg")).toMatchObject({ invited: 34, heardAtLeast: 10 });

  // Another process within the hour is told the same figure.
  await answerAs("eg-1a", 10, "6-9");
  const { application, database, clock } = server;
  const other = createApplication({ database: { ...database }, clock, pepper: "p".repeat(32) });
  const heard = async (one: typeof application) =>
    (await one.services.rounds.listOverviews(OPERATOR))[0]?.institutions.find(({ id }) => id === "eg")?.heardAtLeast;
  expect(await heard(other)).toBe(10);
  server.clock.set("2026-03-10T10:00:01Z");
  expect(await heard(application)).toBe(20);
});

it("makes a draft that opens on its day, with the groups that are told by themselves", async () => {
  const made = await rounds().create(OPERATOR, aNewRound());
  expect(made).toMatchObject({ id: "efterar", state: "draft" });
  await rounds().open(OPERATOR, "efterar");
  const round = await server.application.stores.rounds.find("efterar");
  expect(round).toMatchObject({ state: "open", leaves: [["eg-1a"]] });
  expect(round?.closesAt).toEqual(new Date("2026-09-18T22:00:00Z"));
});

it("promises children a day on which they are there, before the summer in which some leave", async () => {
  const days = { firstDay: "2027-05-17", lastDay: "2027-06-04", groupIds: ["eg-1a"] };
  const sunday = await rounds().create(OPERATOR, aNewRound({ ...days, id: "maj", feedbackDay: "2027-06-13" }));
  expect(sunday.feedbackDueAt).toEqual(new Date("2027-06-13T22:00:00Z"));
  const july = await rounds().create(OPERATOR, aNewRound({ ...days, id: "juli", feedbackDay: "2027-07-05" }));
  expect(july.feedbackDueAt).toEqual(new Date("2027-06-17T22:00:00Z"));
});

it.each([
  ["a day that is none", { firstDay: "1. september" }, "round.unfit"],
  ["a day that no month has", { lastDay: "2026-09-31" }, "round.unfit"],
  ["an end before the beginning", { lastDay: "2026-08-01" }, "round.unfit"],
  ["an answer to the children on its last day", { lastDay: "2026-09-20", feedbackDay: "2026-09-20" }, "round.unfit"],
  ["a title in one language", { title: { da: "Efterår", en: " " } }, "round.unfit"],
  ["a field nobody knows", { anonymous: true }, "round.unfit"],
  ["an id that is no address", { id: "../x" }, "round.unfit"],
  ["a group that is not there", { groupIds: ["eg-1a", "nowhere"] }, "group.notFound"],
  ["a survey that is not there", { survey: "nothing" }, "round.unfit"],
  ["an id that is taken", { id: "forar" }, "round.idTaken"],
])("makes no round of %s", async (_, changes, code) => {
  await expect(rounds().create(OPERATOR, aNewRound(changes))).rejects.toMatchObject({ code });
});

it("lets nobody but an administrator make a round", async () => {
  const others: Actor[] = [await as("bo"), await as("dan"), NOBODY];
  for (const actor of others) await expect(rounds().create(actor, aNewRound())).rejects.toMatchObject({ status: 404 });
});

it("tells a group by itself twice in a school year, and then its institution's form as a whole", async () => {
  const [other] = groups.filter(({ id }) => id === "eg-1a");
  await server.application.stores.organisation.insertGroups([{ ...other!, id: "eg-1b", code: "bbbbbbbbbb" }]);
  const days = [
    ["2026-08-10", "2026-08-14"],
    ["2026-10-05", "2026-10-09"],
    ["2027-01-11", "2027-01-15"],
    ["2027-08-09", "2027-08-13"],
  ] as const;
  const seen: unknown[] = [];
  for (const [number, [firstDay, lastDay]] of days.entries()) {
    const id = `runde-${number}`;
    await rounds().create(
      OPERATOR,
      aNewRound({ id, firstDay, lastDay, feedbackDay: "2027-12-01", groupIds: ["eg-1a", "eg-1b"] }),
    );
    const line = (await rounds().listOverviews(OPERATOR)).find((overview) => overview.id === id);
    await rounds().open(OPERATOR, id);
    const leaves = (await server.application.stores.rounds.find(id))?.leaves;
    seen.push([line?.askedBefore, leaves]);
  }
  const each = [["eg-1a"], ["eg-1b"]];
  expect(seen).toEqual([
    [0, each],
    [1, each],
    [2, [["eg-1a", "eg-1b"]]],
    [0, each],
  ]);
});

it("takes small groups that are told together for asked too, although neither is told by itself", async () => {
  const [other] = groups.filter(({ id }) => id === "eg-1a");
  const small = ["eg-1b", "eg-1c"].map((id, at) => ({ ...other!, id, childCount: 6, code: `ccccccccc${at}` }));
  await server.application.stores.organisation.insertGroups(small);
  const open = async (number: number, firstDay: string, groupIds: readonly string[]) => {
    const days = { firstDay, lastDay: firstDay, feedbackDay: "2027-12-01" };
    await rounds().create(OPERATOR, aNewRound({ id: `runde-${number}`, ...days, groupIds }));
    await rounds().open(OPERATOR, `runde-${number}`);
    return (await server.application.stores.rounds.find(`runde-${number}`))?.leaves;
  };
  const two = ["eg-1b", "eg-1c"];
  expect(await open(0, "2026-08-10", two)).toEqual([two]);
  expect(await open(1, "2026-10-05", two)).toEqual([two]);
  expect(await open(2, "2027-01-11", ["eg-1a", ...two])).toEqual([["eg-1a", ...two]]);
});
