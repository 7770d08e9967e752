/** Who reads own words in a round, and the code of each of its institutions: as they are asked for, kept and told. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { createResultCodes } from "../../server/rounds/find-result-codes";
import { aNewRound } from "../support/a-new-round";
import { answerIn } from "../support/answer-in";
import { settleEditors } from "../support/editors";
import type { Editors } from "../support/editors";
import { aRound, settleMunicipality } from "../support/small-municipality";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
});
afterEach(() => server.close());

const rounds = () => server.application.services.rounds;

describe("editors", () => {
  let ids: Editors;
  beforeEach(async () => {
    ids = await settleEditors(server.application);
  });

  const pair = (changes: object = {}) => ({ language: "da", editor: "karen", deputy: "otto", ...changes });

  it("are named by name, kept by id, and told by the names people know", async () => {
    const editors = [pair({ editor: " KAREN " }), pair({ language: "ur", editor: "otto", deputy: "karen" })];
    const made = await rounds().create(OPERATOR, aNewRound({ editors }));
    expect(made.editors).toEqual([
      { language: "da", editor: ids.karen, deputy: ids.otto },
      { language: "ur", editor: ids.otto, deputy: ids.karen },
    ]);
    expect((await server.application.stores.rounds.find("efterar"))?.editors).toEqual(made.editors);
    expect((await rounds().getOverview(OPERATOR, "efterar")).editors).toEqual([
      { language: "da", editor: { name: "Karen" }, deputy: { name: "Otto" } },
      { language: "ur", editor: { name: "Otto" }, deputy: { name: "Karen" } },
    ]);
  });

  it("are not needed where no own words are asked for", async () => {
    const made = await rounds().create(OPERATOR, aNewRound());
    expect(made).not.toHaveProperty("editors");
    await rounds().open(OPERATOR, "efterar");
    expect(await rounds().getOverview(OPERATOR, "efterar")).toMatchObject({ editors: [], needsReader: false });
  });

  it.each([
    ["a user who is not there", [pair({ deputy: "nobody" })], "round.unknownEditor", "nobody"],
    ["a leader", [pair({ deputy: "bo" })], "round.notEditor", "bo"],
    ["an administrator", [pair({ editor: "anne" })], "round.notEditor", "anne"],
    ["an editor of an institution of the round", [pair({ deputy: "rita" })], "round.ownEditor", "rita"],
    ["the same person twice", [pair({ deputy: "Karen " })], "round.unfit", "two people"],
    ["a language twice", [pair(), pair({ editor: "otto", deputy: "karen" })], "round.unfit", "each language once"],
    ["a language nobody is asked in", [pair({ language: "de" })], "round.unfit", "a language of da"],
    ["a language that is none", [pair({ language: "../x" })], "round.unfit", "a language of da"],
    ["a deputy without an editor", [{ language: "da", deputy: "otto" }], "round.unfit", "an editor and a deputy"],
    ["an editor without a deputy", [pair({ deputy: undefined })], "round.unfit", "an editor and a deputy"],
    ["an editor without a name", [pair({ editor: "  " })], "round.unfit", "an editor and a deputy"],
    ["an operator", [pair({ editor: "karen", deputy: { $ne: "x" } })], "round.unfit", "an editor and a deputy"],
    ["a field nobody knows", [pair({ third: "rita" })], "round.unfit", "third"],
    ["nobody", [], "round.unfit", "editors"],
  ])("are refused when a round is made with %s", async (_, editors, code, word) => {
    const refused = rounds().create(OPERATOR, aNewRound({ editors }));
    await expect(refused).rejects.toMatchObject({ status: 422, code, message: expect.stringContaining(word) });
    expect(await server.application.stores.rounds.find("efterar")).toBeNull();
  });

  it("are refused in a language in which the survey does not stand", async () => {
    const group = { institutionId: "eg", name: "Børn", band: "0-2", childCount: 9, code: "zzzzzzzzzz" } as const;
    await server.application.stores.organisation.insertGroups([{ id: "eg-0", ...group }]);
    const asked = { survey: "voksne-ser", groupIds: ["eg-0"], editors: [pair({ language: "ur" })] };
    await expect(rounds().create(OPERATOR, aNewRound(asked))).rejects.toMatchObject({
      code: "round.unfit",
      message: expect.stringContaining("not asked in ur"),
    });
  });

  it("may be of an institution that the round does not ask", async () => {
    const made = await rounds().create(
      OPERATOR,
      aNewRound({ survey: "puls", groupIds: ["birk-rod"], editors: [pair({ deputy: "rita" })] }),
    );
    expect(made.editors).toEqual([{ language: "da", editor: ids.karen, deputy: ids.rita }]);
  });
});

describe("result codes", () => {
  const codesOf = async (id: string) =>
    (await rounds().getOverview(OPERATOR, id)).institutions.map(({ id: institution, resultCode }) => [
      institution,
      resultCode,
    ]);
  const collection = () => server.database.main.collection<{ _id: string }>("resultCodes");

  it("are made with the draft, one an institution, and stay the same through opening, closing and sealing", async () => {
    const groupIds = ["eg-1a", "eg-sfo", "birk-rod"];
    await rounds().create(OPERATOR, aNewRound({ survey: "puls", groupIds, firstDay: "2026-03-01" }));
    const made = await codesOf("efterar");
    expect(made).toEqual([
      ["birk", expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{10}$/)],
      ["eg", expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{10}$/)],
    ]);
    expect(made[0]?.[1]).not.toBe(made[1]?.[1]);
    await rounds().open(OPERATOR, "efterar");
    expect(await codesOf("efterar")).toEqual(made);
    await rounds().close(OPERATOR, "efterar");
    await rounds().seal(OPERATOR, "efterar", { isEarlyAccepted: true });
    expect((await rounds().getOverview(OPERATOR, "efterar")).state).toBe("sealed");
    await rounds().tick();
    expect(await codesOf("efterar")).toEqual(made);
  });

  it("stand in no release, nothing it is computed of, and no table", async () => {
    await answerIn(server, "eg-1a", 12, "6-9");
    await rounds().close(OPERATOR, "forar");
    await rounds().seal(OPERATOR, "forar", { isEarlyAccepted: true });
    const codes = (await codesOf("forar")).map(([, code]) => String(code));
    expect(codes).toHaveLength(2);
    const { main } = server.database;
    for (const name of ["releases", "releaseInputs", "tables", "rounds"]) {
      const held = JSON.stringify(await main.collection(name).find({}).toArray());
      expect(held.length).toBeGreaterThan(100);
      for (const code of codes) expect(held).not.toContain(code);
    }
    const wanted = { roundId: "forar", institutionId: "eg", format: "csv", edition: "staff", locale: "da" } as const;
    const files = await server.application.services.exports.getFiles(OPERATOR, wanted);
    expect(files.length).toBeGreaterThan(0);
    for (const { bytes } of files) for (const code of codes) expect(Buffer.from(bytes).includes(code)).toBe(false);
  });

  it("come to a draft from before there were any when it opens, and to an institution that has been added since", async () => {
    await server.application.stores.rounds.insert(aRound({ id: "older", groupIds: ["eg-1a"] }));
    expect(await codesOf("older")).toEqual([["eg", undefined]]);
    await rounds().create(OPERATOR, aNewRound({ groupIds: ["eg-1a"], survey: "puls" }));
    const [[, before] = []] = await codesOf("efterar");
    await server.database.main
      .collection<{ _id: string }>("rounds")
      .updateMany({ state: "draft" }, { $set: { groupIds: ["eg-1a", "birk-rod"] } });
    for (const id of ["older", "efterar"]) await rounds().open(OPERATOR, id);
    for (const id of ["older", "efterar"])
      for (const [, code] of await codesOf(id)) expect(code).toMatch(/^[0-9a-z]{10}$/);
    expect(await codesOf("efterar")).toContainEqual(["eg", before]);
    expect(await collection().countDocuments({})).toBe(6);
  });

  it("differ between rounds made at once, and are one set where one round is opened twice at once", async () => {
    const ids = ["a", "b", "c", "d"];
    const groupIds = ["eg-1a", "birk-rod"];
    await Promise.all(ids.map((id) => rounds().create(OPERATOR, aNewRound({ id, survey: "puls", groupIds }))));
    const codes = (await Promise.all(ids.map(codesOf))).flat().map(([, code]) => code);
    expect(new Set(codes).size).toBe(8);
    await server.application.stores.rounds.insert(aRound({ id: "older" }));
    const opened = await Promise.allSettled([1, 2, 3, 4].map(() => rounds().open(OPERATOR, "older")));
    const refused = opened.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(3);
    for (const reason of refused) expect(reason).toMatchObject({ code: "round.wrongState" });
    expect(await collection().countDocuments({ round: "older" } as never)).toBe(2);
  });

  it("are drawn again where one is taken, and never taken from whoever has it", async () => {
    const { resultCodes } = server.application.stores;
    await resultCodes.insertNew([{ _id: "taken", round: "earlier", institution: "eg" }]);
    const drawn = ["taken", "same", "same", "fresh"];
    const codes = createResultCodes(resultCodes, () => drawn.shift() ?? "none left");
    await codes.give("later", ["eg", "birk"]);
    await codes.give("later", ["eg", "birk"]);
    const told = await codes.of(["earlier", "later"]);
    expect([...(told.get("earlier") ?? [])]).toEqual([["eg", "taken"]]);
    expect(new Set(told.get("later")?.values())).toEqual(new Set(["same", "fresh"]));
    expect(drawn).toEqual([]);
    const hopeless = createResultCodes(resultCodes, () => "taken");
    await expect(hopeless.give("last", ["eg"])).rejects.toThrow("Every code that is drawn is taken.");
  });
});
