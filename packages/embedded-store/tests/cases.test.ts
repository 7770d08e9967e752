/**
 * The case files of cases/ (their form: support/read-cases.ts) against the embedded store, and those
 * that are not its own against the server behind MONGODB_URL. Where the independent server of `npm run test:interop` is
 * known to differ, in interop/differences.json, the case must fail.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openEmbeddedStore } from "../src/embedded-store";
import { checkCase } from "./support/check-case";
import { otherServer } from "../interop/other-server";
import { parseCases, readCases } from "./support/read-cases";
import type { Case } from "./support/read-cases";

const LEAST_CASES = 300;

const allCases = readCases(new URL("../cases/", import.meta.url));
/** Which of every ten the short form asks is chosen by lot, and printed. */
const lot = Number(process.env["STORE_LOT"] ?? Math.floor(Math.random() * 10));
const isShort = process.env["STORE_SHORT"] === "1";
if (isShort) process.stdout.write(`cases: STORE_LOT=${lot}\n`);
const cases = isShort ? allCases.filter((_, index) => index % 10 === lot) : allCases;
const idOf = ({ file, name }: Case) => `${file}: ${name}`;

const difference = z.strictObject({ case: z.string(), theirs: z.string().min(1), manual: z.string().min(1) });
const differences = z
  .array(difference)
  .parse(JSON.parse(readFileSync(new URL("../interop/differences.json", import.meta.url), "utf8")));
const differing = new Set(differences.map((one) => one.case));

function describeAll(list: readonly Case[], check: (one: Case) => Promise<void>): void {
  for (const file of new Set(list.map((one) => one.file)))
    describe(file, () => {
      const own = list.filter((one) => one.file === file);
      it.each(own.map((one) => [one.name, one] as const))("%s", (_name, one) => check(one));
    });
}

/** One for all; a case can leave the independent server's in a state that it cannot drop. */
const databaseFor = (index: number) => `lyt-cases-${process.pid}${otherServer.isIndependent ? `-${index}` : ""}`;

async function checkOther(client: MongoClient, one: Case): Promise<void> {
  const checked = checkCase(client, databaseFor(cases.indexOf(one)), one);
  if (!otherServer.isIndependent || !differing.has(idOf(one))) return checked;
  const isDifferent = await checked.then(
    () => false,
    () => true,
  );
  expect(isDifferent, "it agrees now: take it out of interop/differences.json").toBe(true);
}

describe("the cases", () => {
  it(`are at least ${LEAST_CASES}`, () => expect(allCases.length).toBeGreaterThanOrEqual(LEAST_CASES));

  it("that the independent server answers otherwise are listed once, with the same page of the manual", () => {
    const pages = new Map(allCases.filter(({ isOwn }) => !isOwn).map((one) => [idOf(one), one.manual]));
    expect(differences.filter((one) => pages.get(one.case) !== one.manual)).toEqual([]);
    expect(differing.size).toBe(differences.length);
  });

  const right = { name: "a", manual: "reference/command/ping", run: { ping: 1 }, reply: { ok: 1 } };
  it.each([
    ["without a page of the manual", [{ ...right, manual: undefined }]],
    ["with a field nobody knows", [{ ...right, sugar: 1 }]],
    ["that expect nothing", [{ ...right, reply: undefined }]],
    ["that run nothing", [{ ...right, run: undefined }]],
    ["of the same name", [right, right]],
  ])("%s are refused", (_name, list) => {
    expect(() => parseCases("file", JSON.stringify([right]))).not.toThrow();
    expect(() => parseCases("file", JSON.stringify(list))).toThrow("file");
  });
});

if (!otherServer.isIndependent)
  describe("the embedded store", () => {
    let folder: string;
    let store: Awaited<ReturnType<typeof openEmbeddedStore>>;
    let client: MongoClient;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "lyt-cases-"));
      store = await openEmbeddedStore({ folder });
      client = await MongoClient.connect(store.url);
    });
    afterAll(async () => {
      await client.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    });
    describeAll(cases, (one) => checkCase(client, "cases", one));
  });

const { url } = otherServer;
if (url)
  describe("the server behind MONGODB_URL", () => {
    let client: MongoClient;
    beforeAll(async () => {
      client = await MongoClient.connect(url, { socketTimeoutMS: 10_000 });
    });
    afterAll(async () => {
      if (!otherServer.isIndependent) await client.db(databaseFor(0)).dropDatabase();
      await client.close();
    });
    describeAll(
      cases.filter(({ isOwn }) => !isOwn),
      (one) => checkOther(client, one),
    );
  });
