/** A file of tables is read strictly: whatever is wrong with it is told, and nothing of it is left behind. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import type { TablesFile } from "../../server/tables/contract";
import { actAs } from "../support/act-as";
import type { Burnt } from "../support/lost-secrets";
import { burnAndRestore, forged } from "../support/lost-secrets";
import { aRound, settleMunicipality } from "../support/small-municipality";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
let burnt: Burnt;
beforeAll(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
  burnt = await burnAndRestore(server);
});
afterAll(() => server.close());

type Content = Omit<TablesFile, "hash">;
type Unit = TablesFile["units"][number];

const written = async () => {
  const { secrets } = server.database;
  const [tables, plans] = [secrets.collection("tables"), secrets.collection("sealingPlans")];
  return (await tables.countDocuments({})) + (await plans.countDocuments({}));
};

async function expectRefused(
  code: string,
  file: string,
  { why = "", expected }: { why?: string; expected?: string } = {},
) {
  const importing = server.application.services.tables.importFile(OPERATOR, file, expected);
  await expect(importing).rejects.toMatchObject({ code, message: expect.stringContaining(why) as string });
  expect(await written()).toBe(0);
}

/** Egeskolen's 6-9 years stand first. */
function changed(change: (unit: Unit, content: Content) => unknown): string {
  return forged(burnt.file, (content) => {
    const unit = content.units.find(({ id }) => id === "forar:institution:eg:6-9");
    if (!unit) throw new Error("There is no such table.");
    content.units = [unit, ...content.units.filter((one) => one !== unit)];
    change(unit, content);
  });
}

function leafOf({ table: { leaves } }: Unit): Unit["table"]["leaves"][number] {
  const [leaf] = leaves;
  if (!leaf) throw new Error("There is no group.");
  return leaf;
}

/** The same table, as another form's, or another institution's. */
const toForm = (unit: Unit, form: Unit["table"]["form"]) => {
  unit.id = unit.id.replace("6-9", form);
  unit.table.form = form;
};
const toNowhere = (unit: Unit) => {
  unit.id = unit.id.replace(":eg:", ":nowhere:");
  unit.table.place.id = "nowhere";
  unit.table.heard = { nowhere: 20 };
};

it("refuses what is no such file", async () => {
  for (const file of ["", "null", "[]", "{}", burnt.file.slice(0, -10), JSON.stringify(burnt.releases[0])])
    await expectRefused("tables.unreadable", file);
});

it("refuses a file that was changed, one number of it or one letter, or its hash", async () => {
  const { file } = burnt;
  const changes = [
    file.replace(/"hardship":\[(-?)/, '"hardship":[$11'),
    file.replace('"survey":"puls"', '"survey":"trivsel"'),
    file.replace(/"hash":"[0-9a-f]{8}/, '"hash":"01234567'),
  ];
  for (const one of changes) {
    expect(one).not.toBe(file);
    await expectRefused("tables.damaged", one);
  }
});

it.each<[string, string, Parameters<typeof changed>[0]]>([
  ["of a later format", "formatVersion", (_, content) => Object.assign(content, { formatVersion: 2 })],
  ["with something more", "note", (_, content) => Object.assign(content, { note: "" })],
  ["with a count that is no whole number", "hardship.0", ({ table }) => (table.whole.hardship[0] = 0.5)],
  ["with a count beyond reason", "hardship.0", ({ table }) => (table.whole.hardship[0] = 1e12)],
  ["with less noise than is promised", "epsilonPermille", ({ table }) => (table.epsilonPermille = 1001)],
  ["without a part", "whole", ({ table }) => Reflect.deleteProperty(table, "whole")],
])("cannot read a file %s", (_, where, change) => expectRefused("tables.unreadable", changed(change), { why: where }));

function ofMore(unit: Parameters<typeof leafOf>[0]): void {
  unit.table.heard["eg"] = leafOf(unit).participants = 9999;
}

it.each<[string, string, Parameters<typeof changed>[0]]>([
  ["of another survey", "The file is of trivsel 1", (_, content) => (content.survey = "trivsel")],
  ["of another version", "The file is of puls 2, the round of puls 1", (_, content) => (content.surveyVersion = 2)],
  ["with a table of another round", "of the round efteraar", ({ table }) => (table.round = "efteraar")],
  ["with a table under another id", "its own id", (unit) => (unit.id += "x")],
  ["of a form that the survey has not", "no such form", (unit) => toForm(unit, "13-18")],
  ["of another form", "its counts are not the survey's", (unit) => toForm(unit, "3")],
  ["of others too", "it is of others", ({ table }) => (table.heard["birk"] = 0)],
  ["with a participant more", "do not add up", ({ table }) => (table.heard["eg"] = 21)],
  ["of more children than its counts have", "are not of so many children", (unit) => ofMore(unit)],
  ["without a question", "first at leaves.0.glad", (unit) => delete leafOf(unit).counts["glad"]],
  ["with one more question", "first at leaves.0.sad", (unit) => (leafOf(unit).counts["sad"] = [1, 2])],
  ["with one more choice", "first at leaves.0.glad", (unit) => leafOf(unit).counts["glad"]?.push(1)],
  ["without a spread", "first at spreads.W1", ({ table }) => delete table.whole.spreads.W1],
  ["with one range fewer", "first at spreads.W1", ({ table }) => table.whole.spreads.W1?.pop()],
  ["with one more spread", "first at spreads.X", ({ table }) => (table.whole.spreads.X = [1])],
  ["with too much hardship", "first at hardship", ({ table }) => table.whole.hardship.push(1)],
  ["without a language", "first at ways.languages.ar", ({ table }) => delete table.whole.ways.languages["ar"]],
  ["with one more way", "first at ways.modes.dreamt", ({ table }) => (table.whole.ways.modes["dreamt"] = 1)],
  ["with a table twice", "eg 6-9 is told of twice", (unit, { units }) => units.push(unit)],
  ["with a group twice", "group eg-1a 6-9 is told of twice", (unit) => leafOf(unit).groups.push("eg-1a")],
  ["of an institution that is not here", "no institution nowhere here", toNowhere],
])("does not take a file %s for the round's", (_, why, change) =>
  expectRefused("tables.unfit", changed(change), { why }),
);

it("refuses a file of a round that is not here, or of another than was said", async () => {
  await server.application.stores.rounds.insert(aRound({ id: "anden", state: "closed" }));
  await expectRefused(
    "round.notFound",
    changed((_, content) => (content.round = "efteraar")),
  );
  await expectRefused("round.notFound", burnt.file, { expected: "efteraar" });
  await expectRefused("round.notInDoubt", burnt.file, { expected: "anden" });
  const key = { round: "anden", group: "eg-1a", institution: "eg", band: "6-9", own: [], state: "spent" };
  await server.database.main.collection("keys").insertOne({ _id: "k" as never, ...key });
  await expectRefused("tables.unfit", burnt.file, { expected: "anden", why: "The file is of the round forar" });
});

it("is for administrators alone", async () => {
  const bo = await actAs(server.application, "bo");
  const { tables } = server.application.services;
  const deeds = [
    () => tables.importFile(bo, burnt.file),
    () => tables.getFile(bo, "forar"),
    () => tables.verify(bo, "forar"),
  ];
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: "round.notFound" });
  expect(await written()).toBe(0);
});

it("is for a round that is closed, and writes one that is sealed", async () => {
  const { tables } = server.application.services;
  for (const deed of [tables.getFile, tables.verify])
    await expect(deed(OPERATOR, "forar")).rejects.toMatchObject({ code: "round.wrongState" });
  await server.database.main.collection("rounds").updateOne({ _id: "forar" as never }, { $set: { state: "open" } });
  await expectRefused("round.wrongState", burnt.file);
});
