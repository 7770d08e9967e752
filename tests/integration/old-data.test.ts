/** Old data on any server of ours: a backup of a version before, steps that are cut short, starts at once, numbers too new. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "bson";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bringUp } from "../../server/database/bring-up";
import { connectDatabase } from "../../server/database/connect";
import type { Database } from "../../server/database/connect";
import type { Step } from "../../server/database/migrations/index";
import { restore } from "../../server/database/restore";
import { CURRENT_SHAPE } from "../../server/database/shape";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { roundWindow } from "../../server/rounds/window";
import { runServer } from "../../server/run-server";
import { writeDump } from "../support/backup-folder";
import { bringUpElsewhere } from "../support/bring-up-elsewhere";
import { startStore } from "../support/lyt-process";
import type { StoreProcess } from "../support/lyt-process";
import { movableClock } from "../support/movable-clock";
import { allOldData, pepperOf, unpack } from "../support/old-data";
import type { OldData } from "../support/old-data";
import { liveOn } from "../support/old-data-life";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";

let root: string;
let store: StoreProcess | undefined;
let url: string;
let made = 0;
let name: string;
let database: Database;

/** Several processes come to the same data: in another server, or in a store that serves a folder. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "lyt-old-"));
  await mkdir(join(root, "shared"));
  store = otherServer.url ? undefined : await startStore(join(root, "shared"));
  url = otherServer.url ?? store?.url ?? "";
  made += 1;
  name = `lyt-old-${process.pid}-${made}`;
  database = await connect();
});
afterEach(async () => {
  await database.main.dropDatabase();
  await database.secrets.dropDatabase();
  await database.close();
  await store?.stop();
  await rm(root, { recursive: true, force: true });
});

const connect = () => connectDatabase({ dataDir: root, mongodbUrl: url, name, onFault: () => undefined });

const all = await allOldData();
const [oldest] = all as [OldData];

async function restoreOld(old: OldData, { isDropping = false } = {}): Promise<void> {
  const backup = await unpack(old, "backup");
  await restore(database, backup, { isDropping });
  await rm(backup, { recursive: true });
}

/** As the version before left it in a database. */
async function settleOld(old: OldData, options = { isDropping: false }): Promise<void> {
  await restoreOld(old, options);
  if (old.facts.shape === 0) await database.main.dropCollection("shapes");
}

/** Settings of a server on it. */
async function settingsFor(old: OldData) {
  await writeFile(join(root, "pepper"), await pepperOf(old), { mode: 0o600 });
  return readSettings({ DATA_DIR: root, MONGODB_URL: url, DEMO: "no", PORT: "0", LOG_LEVEL: "silent" });
}

const elsewhere = (killedBeforeWrite?: number) =>
  bringUpElsewhere({ dataDir: root, mongodbUrl: url, name, killedBeforeWrite });

/** Every document of what steps may touch, and the number. */
async function contents(): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const collection of [
    "rounds",
    "municipality",
    "areas",
    "institutions",
    "groups",
    "responses",
    "sealedResponses",
    "releases",
    "keys",
    "tallies",
    "shapes",
  ])
    found[collection] = await database.main.collection(collection).find({}).sort({ _id: 1 }).toArray();
  return found;
}

/** So many writes are tried one after the other. */
const ONE_BY_ONE = 2;

const shape = async () => (await database.main.collection("shapes").findOne({}))?.["number"] as unknown;

describe.each(all)("$name", (old) => {
  it("the backup is restored, answered into and sealed, and its releases are what they were", async () => {
    await restoreOld(old);
    const clock = movableClock(old.facts.now);
    const logger = createLogger("silent");
    const server = await runServer({ settings: await settingsFor(old), logger, clock, databaseName: name });
    await liveOn({ server, clock, facts: old.facts, hasSecrets: false });
    // As `demo reset` does it.
    await server.application.clear();
    expect([await shape(), await database.main.collection("rounds").countDocuments()]).toEqual([CURRENT_SHAPE, 0]);
    await server.close();
  });

  it("comes to the same whichever write a start was cut off before, and another one goes on", async () => {
    await settleOld(old);
    await bringUp(database);
    const whole = await contents();
    // Before each of the first writes, and then before one in twenty of the many that are alike, others in each run.
    const lot = 1 + (Date.now() % 20);
    let cuts = 0;
    for (let isOver = false; !isOver; cuts += cuts < ONE_BY_ONE ? 1 : cuts === ONE_BY_ONE ? lot : 20) {
      await settleOld(old, { isDropping: true });
      const cut = await elsewhere(cuts + 1);
      isOver = cut.code === 0;
      if (!isOver) expect(cut.signal).toBe("SIGKILL");
      const isLeftToDo = (await shape()) !== CURRENT_SHAPE;
      await bringUp(database);
      expect(await contents(), `cut off before write ${cuts + 1}`).toEqual(whole);
      if (isLeftToDo) expect(await database.main.collection("claims").countDocuments()).toBe(0);
    }
    // Some hundred answers are two writes each.
    expect(cuts, `lot ${lot}`).toBeGreaterThan(old.facts.shape < 3 ? 40 : 2 + CURRENT_SHAPE - old.facts.shape);
  }, 400_000);
});

it("counts no answer twice of a round that an older version had copied, and not deleted yet", async () => {
  const answer = (id: string, changes: object = {}) => ({ _id: id as never, round: "cut", group: "g", ...changes });
  const collection = (of: string) => database.main.collection(of);
  await collection("rounds").insertOne({ _id: "cut" as never, state: "sealing" });
  await collection("responses").insertMany([answer("old-1"), answer("old-2"), answer("open", { round: "other" })]);
  await collection("sealedResponses").insertMany([
    ...["new-1", "new-2"].map((id) => answer(id, { copy: "chosen" })),
    answer("half", { copy: "begun" }),
  ]);
  await collection("sealedCopies").insertOne({ _id: "cut" as never, copy: "chosen" });
  await collection("shapes").insertOne({ _id: "data" as never, number: 2 });
  await bringUp(database);
  const left = await collection("responses").find({}).sort({ _id: 1 }).toArray();
  expect(left.map(({ _id }) => String(_id))).toEqual(["new-1", "new-2", "open"]);
  expect(await collection("sealedResponses").countDocuments()).toBe(0);
});

it("of three processes that start at once one takes the steps, once each", async () => {
  await settleOld(oldest);
  const opened = await Promise.all([elsewhere(), elsewhere(), elsewhere()]);
  expect(opened.map(({ code }) => code)).toEqual([0, 0, 0]);
  const steps = opened.flatMap(({ lines }) => lines.filter((line) => line.startsWith("Bringing")));
  expect(steps).toHaveLength(CURRENT_SHAPE);
  expect(await shape()).toBe(CURRENT_SHAPE);
});

/** A step that waits until it is let go on, or another has its work. */
function heldStep() {
  const begun: AbortSignal[] = [];
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  const step: Step = {
    title: "a step that takes its time",
    async run({ signal }) {
      begun.push(signal);
      const lost = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      await Promise.race([free, lost]);
      signal.throwIfAborted();
    },
  };
  return { step, begun, letGo: () => letGo() };
}

it("waits for another process that is at it, and takes no step twice", async () => {
  await database.main.collection("areas").insertOne({});
  const other = await connect();
  const { step, begun, letGo } = heldStep();
  const said: string[] = [];
  const first = bringUp(database, { steps: [step] });
  await expect.poll(() => begun).toHaveLength(1);
  const second = bringUp(other, { steps: [step], onProgress: (sentence) => void said.push(sentence) });
  await expect.poll(() => said).toHaveLength(1);
  letGo();
  await Promise.all([first, second]);
  await other.close();
  expect(begun).toHaveLength(1);
  expect(said).toEqual([
    expect.stringMatching(/^Process \d+ on .* is bringing the data to a newer shape; waiting for it/),
  ]);
  expect(await shape()).toBe(1);
});

it("goes on after another that took it for dead, and does not say that a step is done which it lost", async () => {
  await database.main.collection("areas").insertOne({});
  const { step, begun, letGo } = heldStep();
  const opening = bringUp(database, { steps: [step] });
  await expect.poll(() => begun).toHaveLength(1);
  await database.main.collection("claims").updateOne({ _id: "shape" as never }, { $set: { owner: "" } });
  await expect.poll(() => begun, { timeout: 10_000 }).toHaveLength(2);
  expect(begun[0]?.aborted).toBe(true);
  expect(await shape()).toBe(0);
  letGo();
  await opening;
  expect(await shape()).toBe(1);
});

it("knows after a restore that was cut short how old the oldest of it may be", async () => {
  await bringUp(database);
  const hours = { opensAt: new Date("2026-03-02T07:30:00Z"), closesAt: new Date("2026-03-20T14:15:00Z") };
  const old = await writeDump({ collection: "users", documents: [{ _id: 1 }, { _id: 1 }] });
  await writeFile(join(old, "lyt-hoejt", "rounds.bson"), serialize({ _id: "old", ...hours }));
  await expect(restore(database, old, { isDropping: true })).rejects.toMatchObject({ code: "restore.refused" });
  const numbered = await writeDump({ collection: "shapes", documents: [{ _id: "data", number: CURRENT_SHAPE }] });
  await restore(database, numbered, { isDropping: true });
  await bringUp(database);
  expect(await database.main.collection("rounds").find({}).toArray()).toEqual([
    { _id: "old", ...roundWindow("2026-03-02", "2026-03-20"), institutionIds: [] },
  ]);
  for (const dump of [old, numbered]) await rm(dump, { recursive: true });
});

it("stamps a new database with today's number, and takes no step on it", async () => {
  const { step, begun } = heldStep();
  await bringUp(database, { steps: [step, step, step] });
  expect(begun).toEqual([]);
  expect(await shape()).toBe(3);
});

it("a start that ends in the middle of a step leaves the number, and no claim that others wait for", async () => {
  await database.main.collection("areas").insertOne({});
  const { step, begun } = heldStep();
  const ending = new AbortController();
  const opening = bringUp(database, { steps: [step], signal: ending.signal });
  await expect.poll(() => begun).toHaveLength(1);
  ending.abort(new Error("The process ends."));
  await expect(opening).rejects.toThrow("The process ends.");
  expect(await shape()).toBe(0);
  expect(await database.main.collection("claims").countDocuments()).toBe(0);
});

it.each([[CURRENT_SHAPE + 1], [1.5], ["two"], [-1]])(
  "refuses data whose number is %s, and touches nothing",
  async (number) => {
    await settleOld(oldest);
    await database.main.collection("shapes").insertOne({ _id: "data" as never, number });
    const before = await contents();
    await expect(bringUp(database)).rejects.toMatchObject({
      code: "shape.newer",
      message: expect.stringContaining("Use that version again, or restore a backup from before it"),
    });
    await expect(restoreOld(oldest, { isDropping: true })).rejects.toMatchObject({ code: "shape.newer" });
    expect(await contents()).toEqual(before);
  },
);
