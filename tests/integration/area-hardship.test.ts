/**
 * The area's hardship beside an institution's own, over HTTP and in the files, and what becomes of releases that were
 * published before there was any: they are read, exported and verified as they are.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { institutionsOf } from "../../server/organisation/rules";
import { exportAddress } from "../../server/exports/contract";
import { readCsv } from "../support/read-spreadsheet";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound } from "../support/small-municipality";
import { answersFor, aSubmission, freshId, issueKeys } from "../support/submissions";
import { cookieOf } from "../support/sign-in";

const ROUND = "omraade";
const GROUPS = [
  { id: "eg-2", institutionId: "eg", name: "2. årgang", band: "6-9", childCount: 66, code: "q123456789" },
  { id: "birk-2", institutionId: "birk", name: "SFO", band: "6-9", childCount: 16, code: "r123456789" },
] as const;
const HEARD = { "eg-2": 62, "birk-2": 14 } as const;

let site: Site;
let cookie = "";
beforeAll(async () => {
  site = await startSite();
  const { application } = site;
  const { services, stores } = application;
  await stores.organisation.insertGroups(GROUPS);
  await stores.rounds.insert(
    aRound({ id: ROUND, groupIds: GROUPS.map(({ id }) => id), institutionIds: institutionsOf(GROUPS) }),
  );
  await services.rounds.open(OPERATOR, ROUND);
  for (const { id } of GROUPS)
    for (const [at, { secret }] of (await issueKeys(application, id, HEARD[id], ROUND)).entries()) {
      const answers = answersFor(application, "6-9", (choices) => at % choices);
      const submission = aSubmission(application, secret, { round: ROUND, answers });
      await services.responses.submit(freshId(), submission, { address: "test" });
    }
  await services.rounds.close(OPERATOR, ROUND);
  await services.rounds.seal(OPERATOR, ROUND, { isEarlyAccepted: true });
  cookie = await cookieOf(site.url, "anne");
});
afterAll(() => site.close());

const read = async (path: string): Promise<string> => {
  const response = await fetch(site.url + path, { headers: { cookie } });
  expect(response.status).toBe(200);
  return response.text();
};
const collection = (name: string) => site.database.main.collection(name);
const formOf = async (institution: string) =>
  (await site.application.services.releases.getRelease(OPERATOR, institution, ROUND, "da")).release.forms[0];
const verdicts = async () =>
  (await site.application.services.releases.verify(OPERATOR, ROUND)).map(({ verdict }) => verdict);

/** What a spreadsheet is given of hardship: level, area, base. */
async function exported(): Promise<(string | undefined)[][]> {
  const address = exportAddress({ institutionId: "eg", roundId: ROUND, format: "csv", edition: "board" });
  const [header = [], ...rows] = readCsv(await read(`${address}&lang=en`), ",");
  const at = (name: string) => header.findIndex(({ text }) => text === name);
  const [kind, level, area, base] = ["kind", "level", "area", "base"].map(at) as [number, number, number, number];
  return rows
    .filter((row) => row[kind]?.text === "hardship")
    .map((row) => [level, area, base].map((column) => row[column]?.text));
}

const four = (row: readonly string[]) => Array.from({ length: 4 }, () => row);

it("is told on the page and in the files, of the area's name as it was then, and verified", async () => {
  expect((await formOf("eg"))?.areaHardship).toMatchObject({ area: "Nord", base: 76 });
  // Too few for a count of their own.
  expect((await formOf("birk"))?.areaHardship).toBeUndefined();
  expect(await read(`/leder/eg/${ROUND}`)).toContain("I hele området Nord er det");
  expect(await read(`/leder/birk/${ROUND}`)).not.toContain("I hele området");
  expect(await exported()).toEqual([...four(["institution", "", "62"]), ...four(["area", "Nord", "76"])]);
  await collection("areas").updateOne({ _id: "nord" as never }, { $set: { name: "Syd" } });
  await collection("institutions").updateOne({ _id: "birk" as never }, { $set: { areaId: "andet" } });
  expect(await verdicts()).toEqual(["same", "same"]);
  expect((await formOf("eg"))?.areaHardship?.area).toBe("Nord");
});

it("is not in a release from before it was told, which is read and verified as it is", async () => {
  const round = await site.application.stores.rounds.find(ROUND);
  if (!round) throw new Error("The round is there.");
  const kept = await collection("releaseInputs").findOne({ _id: ROUND as never });
  const { areas: _areas, institutions, ...input } = (kept?.["input"] ?? {}) as Record<string, unknown>;
  expect(_areas).toEqual([{ id: "nord", name: "Nord" }]);
  // As a version before kept it.
  const older = (institutions as { id: string; name: string }[]).map(({ id, name }) => ({ id, name }));
  await collection("releaseInputs").updateOne(
    { _id: ROUND as never },
    { $set: { input: { ...input, institutions: older } } },
  );
  await collection("releases").deleteMany({ round: ROUND });
  const { services, stores } = site.application;
  await services.releases.publish(round, await stores.tables.listTables(ROUND));
  const form = await formOf("eg");
  expect(form?.hardship).toMatchObject({ base: 62 });
  expect(form?.areaHardship).toBeUndefined();
  expect(await verdicts()).toEqual(["same", "same"]);
  const page = await read(`/leder/eg/${ROUND}`);
  expect(page).toContain("Har nogen det svært i flere temaer på én gang?");
  expect(page).not.toContain("I hele området");
  expect(await exported()).toEqual(four(["institution", "", "62"]));
});
