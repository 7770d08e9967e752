/** A sealed round's release as files over HTTP: who may have them, and what is in them; and whether its tables still tell it. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { exportAddress } from "../../server/exports/contract";
import { csvText } from "../../server/exports/write-csv";
import type { Release, Verified } from "../../server/releases/contract";
import { figuresFor } from "../support/figures-for";
import { readCsv, readWorkbook } from "../support/read-spreadsheet";
import { SECOND_GROUP, sealRoundPerGroup } from "../support/sealed-round";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound, PASSWORD } from "../support/small-municipality";
import { cookieOf } from "../support/sign-in";

const ROUND = "grupper";

describe("over HTTP", () => {
  let site: Site;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    site = await startSite();
    await sealRoundPerGroup(site.application, aRound({ id: ROUND }));
    for (const name of ["anne", "bo", "carla", "dan"]) cookies.set(name, await cookieOf(site.url, name));
  });
  afterAll(() => site.close());

  const fetchAs = (name: string, path: string, headers: Record<string, string> = {}) =>
    fetch(site.url + path, { redirect: "manual", headers: { cookie: cookies.get(name) ?? "", ...headers } });
  const at = (institutionId: string, more: Partial<Parameters<typeof exportAddress>[0]> = {}) =>
    exportAddress({ institutionId, roundId: ROUND, format: "csv", edition: "staff", ...more });
  const releaseOf = async (id: string) =>
    (await site.application.services.releases.getRelease(OPERATOR, id, ROUND, "da")).release;

  it.each([
    ["anne", "eg", 200],
    ["anne", "birk", 200],
    ["bo", "eg", 200],
    ["bo", "birk", 404],
    ["carla", "birk", 200],
    ["carla", "eg", 404],
    ["dan", "eg", 404],
    ["anne", "nowhere", 404],
  ] as const)("%s asks for %s and gets %i", async (name, institutionId, status) => {
    for (const format of ["csv", "xlsx"] as const) {
      const response = await fetchAs(name, at(institutionId, { format }));
      expect(response.status).toBe(status);
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("answers what is absent and what is somebody else's alike", async () => {
    const read = async (path: string) => {
      const response = await fetchAs("bo", path);
      return { status: response.status, text: await response.text() };
    };
    expect(await read(at("birk"))).toEqual(await read(at("nowhere")));
    for (const roundId of ["forar", "nowhere"]) expect((await read(at("eg", { roundId }))).status).toBe(404);
  });

  it("leads nobody to sign in, and from there to the page", async () => {
    const response = await fetchAs("nobody", at("eg"));
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(`/log-ind?til=${encodeURIComponent(`/leder/eg/${ROUND}`)}`);
  });

  it.each(["udgave=alle", "udgave=personale&ark=svar", "udgave="])("refuses what is not offered: %s", async (query) => {
    expect((await fetchAs("bo", `/leder/eg/${ROUND}/udtraek.csv?${query}`)).status).toBe(400);
  });

  it("is the board's without a word, and tells the board nothing of a group", async () => {
    const plain = await (await fetchAs("bo", `/leder/eg/${ROUND}/udtraek.csv`)).text();
    const board = await (await fetchAs("bo", at("eg", { edition: "board" }))).text();
    const staff = await (await fetchAs("bo", at("eg"))).text();
    expect(plain).toBe(board);
    expect(board).not.toMatch(/1\. A|1\. B|"gruppe";"group"|"group"/);
    expect(staff).toContain(`"'=1+1;""1. B"""`);
    expect(staff.length).toBeGreaterThan(board.length * 1.5);
    const workbook = readWorkbook(
      new Uint8Array(await (await fetchAs("bo", at("eg", { format: "xlsx", edition: "board" }))).arrayBuffer()),
    );
    expect(JSON.stringify(workbook.map(({ rows }) => rows))).not.toMatch(/1\. A|1\. B/);
  });

  it("has the figures of the release, in the words of the language, and says so by a checksum", async () => {
    const release = await releaseOf("eg");
    expect(release.forms.some(({ leaves }) => leaves.length === 2)).toBe(true);
    for (const [locale, separator] of [
      ["da", ";"],
      ["en", ","],
    ] as const) {
      const response = await fetchAs("bo", `${at("eg")}&lang=${locale}`, { "accept-encoding": "identity" });
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(response.headers.get("content-type")).toContain("text/csv; charset=utf-8");
      expect(response.headers.get("content-length")).toBe(String(bytes.length));
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [header, ...rows] = readCsv(new TextDecoder().decode(bytes), separator);
      const table = figuresFor(release, { edition: "staff", locale });
      expect(header?.map(({ text }) => text)).toEqual(table.header);
      const written = (cell: string | number | null) =>
        typeof cell === "number" ? String(cell).replace(".", locale === "da" ? "," : ".") : csvText(cell ?? "");
      expect(rows.map((row) => row.map(({ text }) => text))).toEqual(table.rows.map((row) => row.map(written)));
      const provenance = await (await fetchAs("bo", `${at("eg", { sheet: "provenance" })}&lang=${locale}`)).text();
      expect(provenance).toContain(createHash("sha256").update(bytes).digest("hex"));
      expect(provenance).toContain(release.hash);
    }
  });

  it("has the same numbers as a workbook", async () => {
    const response = await fetchAs("bo", at("eg", { format: "xlsx" }));
    expect(response.headers.get("content-type")).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename=\"lyt-hoejt-Egeskolen-Foraar-personale.xlsx\"; filename*=UTF-8''lyt-h%C3%B8jt-Egeskolen-For%C3%A5r-personale.xlsx",
    );
    const [sheet] = readWorkbook(new Uint8Array(await response.arrayBuffer()));
    const numbers = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row) => row.filter((cell) => typeof cell === "number"));
    const table = figuresFor(await releaseOf("eg"), { edition: "staff", locale: "da" });
    expect(numbers(sheet?.rows.slice(1) ?? [])).toEqual(numbers(table.rows));
  });

  it("finds the address as mail programs spell it", async () => {
    expect((await fetchAs("bo", `//leder/eg/${ROUND}/udtraek.csv/?udgave=personale`)).status).toBe(301);
    expect((await fetchAs("bo", `/leder/eg/${ROUND}/Udtraek.CSV?udgave=personale`)).status).toBe(200);
  });
});

describe("verifying", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
    await sealRoundPerGroup(site.application, aRound({ id: ROUND }));
  });
  afterAll(() => site.close());

  const verify = (institution?: string) => site.application.services.releases.verify(OPERATOR, ROUND, institution);
  const verdicts = (verified: readonly Verified[]) =>
    Object.fromEntries(verified.map(({ institutionId, verdict }) => [institutionId, verdict]));
  const collection = (name: string) => site.database.main.collection(name);

  it("finds honest releases honest, whatever became of groups, institutions and the round's words since", async () => {
    expect(verdicts(await verify())).toEqual({ eg: "same", birk: "same" });
    await collection("groups").updateOne(
      { _id: "eg-1a" as never },
      { $set: { name: "2. A", band: "10-12", childCount: 5 } },
    );
    await collection("institutions").updateOne({ _id: "eg" as never }, { $set: { name: "Nyskolen" } });
    await collection("institutions").deleteOne({ _id: "birk" as never });
    await collection("rounds").updateOne({ _id: ROUND as never }, { $set: { "title.da": "Andet" } });
    expect(verdicts(await verify())).toEqual({ eg: "same", birk: "same" });
    expect(await verify("birk")).toHaveLength(1);
  });

  it("compares with the earlier rounds that were there then, whatever has been sealed since", async () => {
    const eg = await collection("releases").findOne({ _id: `${ROUND}:eg:1` as never });
    if (!eg) throw new Error("It has a release.");
    const { release, ...stored } = eg;
    const before = { ...(release as Release), roundId: "vinter", closedOn: "2026-01-30" };
    const late = { ...stored, _id: "vinter:eg:1" as never, round: "vinter", closedOn: "2026-01-30", release: before };
    await collection("releases").insertOne(late);
    expect(verdicts(await verify())).toEqual({ eg: "same", birk: "same" });
    // It would have been compared with, and told of.
    const found = await site.application.stores.releases.listEarlier("eg", { survey: "puls", before: "2026-03-10" });
    expect(found).toEqual(["vinter:eg:1"]);
    await collection("releases").deleteOne({ _id: "vinter:eg:1" as never });
  });

  it("keeps no secret of a group beside the releases", async () => {
    const kept = JSON.stringify(await collection("releaseInputs").find({}).toArray());
    expect(kept).toContain("1. A");
    for (const secret of [SECOND_GROUP.code, "0123456789"]) expect(kept).not.toContain(secret);
  });

  it("tells which release is not what its tables tell, where, and which is damaged or missing", async () => {
    const releases = collection("releases");
    const [eg, birk] = await Promise.all(
      ["eg", "birk"].map((id) => releases.findOne({ _id: `${ROUND}:${id}:1` as never })),
    );
    if (!eg || !birk) throw new Error("Both have a release.");
    const table = await collection("tables").findOne({ "table.place.id": "birk" });
    const participants = "table.leaves.0.participants";
    await collection("tables").updateOne({ _id: table?._id }, { $inc: { [participants]: 1 } });
    const [changed] = await verify("birk");
    expect(changed).toMatchObject({ verdict: "differs", hash: (birk.release as Release).hash });
    expect(changed?.at).toMatch(/^(findings|forms|heard)\./);
    await collection("tables").updateOne({ _id: table?._id }, { $inc: { [participants]: -1 } });
    await releases.updateOne({ _id: eg._id }, { $set: { "release.invited": 57 } });
    await releases.deleteOne({ _id: birk._id });
    expect(verdicts(await verify())).toEqual({ eg: "damaged", birk: "missing" });
    await releases.updateOne({ _id: eg._id }, { $set: { "release.invited": (eg.release as Release).invited } });
    await releases.insertOne(birk);
    const input = await collection("releaseInputs").findOne({});
    await collection("releaseInputs").deleteMany({});
    expect(verdicts(await verify())).toEqual({ eg: "unknown", birk: "unknown" });
    if (input) await collection("releaseInputs").insertOne(input);
    expect(verdicts(await verify())).toEqual({ eg: "same", birk: "same" });
  });

  it("is an administrator's, of a sealed round, of an institution in it", async () => {
    const { releases, accounts } = site.application.services;
    const { actor } = await accounts.signIn({ name: "bo", password: PASSWORD, address: "test" });
    await expect(releases.verify(actor, ROUND)).rejects.toMatchObject({ code: "round.notFound" });
    await expect(releases.verify(OPERATOR, "nowhere")).rejects.toMatchObject({ code: "round.notFound" });
    await expect(releases.verify(OPERATOR, "forar")).rejects.toMatchObject({ code: "round.wrongState" });
    await expect(verify("nowhere")).rejects.toMatchObject({ code: "release.notFound" });
  });

  it("never compares a round with itself, however often it is published", async () => {
    const { stores, services } = site.application;
    const round = await stores.rounds.find(ROUND);
    if (!round) throw new Error("The round is there.");
    // Closed by the clock at the midnight after its last day, as most are.
    const closed = { ...round, id: "igen", closedAt: round.closesAt };
    for (let time = 1; time <= 2; time += 1) {
      await collection("releaseInputs").deleteOne({ _id: "igen" as never });
      await services.releases.publish(closed, await stores.tables.listTables(ROUND));
      const kept = await stores.releases.findInput("igen");
      expect(kept?.earlier.find(({ institution }) => institution === "eg")?.releases).toEqual([`${ROUND}:eg:1`]);
    }
  });

  it("goes on with the names it began with when publishing was cut short", async () => {
    const { releases } = site.application.services;
    const { rounds, tables } = site.application.stores;
    const round = await rounds.find(ROUND);
    if (!round) throw new Error("The round is there.");
    const before = await collection("releases").findOne({ _id: `${ROUND}:eg:1` as never });
    await collection("releases").deleteOne({ _id: `${ROUND}:eg:1` as never });
    await releases.publish({ ...round, sealedAt: new Date("2027-01-01") }, await tables.listTables(ROUND));
    expect(await collection("releases").findOne({ _id: `${ROUND}:eg:1` as never })).toEqual(before);
  });
});
