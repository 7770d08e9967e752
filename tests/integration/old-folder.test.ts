/** A data folder of a version before: opened by the real server, answered into, sealed; and one of a version to come, refused. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { deserialize } from "bson";
import { afterEach, describe, expect, it } from "vitest";
import { connectDatabase, dbOf } from "../../server/database/connect";
import { CURRENT_SHAPE } from "../../server/database/shape";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { runServer } from "../../server/run-server";
import { filesOf, newFolder, writeDump } from "../support/backup-folder";
import { bringUpElsewhere } from "../support/bring-up-elsewhere";
import { folderEnv } from "../support/data-folder";
import { lyt, lytJson, runBuilt } from "../support/lyt-process";
import { movableClock } from "../support/movable-clock";
import { allOldData, unpack } from "../support/old-data";
import { liveOn } from "../support/old-data-life";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const keep = async (made: Promise<string>) => {
  const folder = await made;
  folders.push(folder);
  return folder;
};

describe.each(await allOldData())("$name", (old) => {
  it("the folder is opened after a start that was cut off, answered into and sealed, and its releases are what they were", async () => {
    const folder = await keep(unpack(old, "folder"));
    // The power goes in the middle of the first step.
    expect((await bringUpElsewhere({ dataDir: folder, killedBeforeWrite: 4 })).signal).toBe("SIGKILL");
    const clock = movableClock(old.facts.now);
    const settings = readSettings({ ...folderEnv(folder), PORT: "0" });
    const sentences: string[] = [];
    const onProgress = (sentence: string) => void sentences.push(sentence);
    const server = await runServer({ settings, logger: createLogger("silent"), clock, onProgress });
    await liveOn({ server, clock, facts: old.facts, hasSecrets: true });
    await server.close();
    expect(sentences.filter((sentence) => sentence.startsWith("Bringing the data to shape "))).toHaveLength(
      CURRENT_SHAPE - old.facts.shape,
    );
    const checked = await lytJson<{ errors: readonly string[] }[]>(folder, "check");
    expect(checked.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it("`lyt` brings the folder up, and its backup into an empty folder and over newer data", async () => {
    const [folder, backup, empty] = [
      await keep(unpack(old, "folder")),
      await keep(unpack(old, "backup")),
      await keep(newFolder()),
    ];
    for (const [where, ...args] of [
      [folder, "round", "list"],
      [folder, "restore", backup, "--drop"],
      [empty, "restore", backup],
    ] as const) {
      const { code, out, error } = await lyt(where, ...args);
      expect([code, (out + error).match(/^Bringing the data to shape \d+/gm)?.length]).toEqual([
        0,
        CURRENT_SHAPE - old.facts.shape,
      ]);
      expect(await shapeOf(where)).toEqual({ shape: CURRENT_SHAPE, hours: [] });
    }
  });

  it("a backup before the first start is of the old shape, and one after it carries the number", async () => {
    const [folder, work] = [await keep(unpack(old, "folder")), await keep(newFolder())];
    await lytJson(folder, "backup", join(work, "before"));
    expect([...(await filesOf(join(work, "before"))).keys()]).toHaveLength(Object.keys(old.facts.counts).length * 2);
    await lyt(folder, "round", "list");
    await lytJson(folder, "backup", join(work, "after"));
    const number = (await filesOf(join(work, "after"))).get("lyt-hoejt/shapes.bson")?.bytes;
    expect(deserialize(number ?? Buffer.alloc(0))).toEqual({ _id: "data", number: CURRENT_SHAPE });
  });
});

async function inStore<T>(dataDir: string, work: (db: ReturnType<typeof dbOf>) => Promise<T>): Promise<T> {
  const database = await connectDatabase({ dataDir, onFault: () => undefined });
  try {
    return await work(dbOf(database.main));
  } finally {
    await database.close();
  }
}

/** The number, and the rounds that still have hours in their windows. */
const shapeOf = (folder: string) =>
  inStore(folder, async (db) => {
    const rounds = await db.collection("rounds").find({}).toArray();
    return {
      shape: (await db.collection("shapes").findOne({}))?.["number"] as unknown,
      hours: rounds
        .filter(({ closesAt }) => (closesAt as Date).getTime() % 3_600_000 !== 0)
        .map(({ _id }) => String(_id))
        .sort(),
    };
  });

const numbered = (number: number) => ({ collection: "shapes", documents: [{ _id: "data", number }] });

it("what a restore leaves alone is brought up too, when it is older than the backup", async () => {
  const [old] = await allOldData();
  const folder = await keep(unpack(old!, "folder"));
  const dump = await keep(writeDump(numbered(CURRENT_SHAPE)));
  const { code, out } = await lyt(folder, "restore", dump, "--drop");
  expect([code, out]).toEqual([0, expect.stringContaining("left as they are: pepperMarks, ")]);
  expect(await shapeOf(folder)).toEqual({ shape: CURRENT_SHAPE, hours: [] });
});

describe("of a version to come", () => {
  it("data are served, changed, copied and judged by no version that does not know them", async () => {
    const [old] = await allOldData();
    const [folder, backup] = [await keep(unpack(old!, "folder")), await keep(unpack(old!, "backup"))];
    await inStore(folder, (db) => db.collection("shapes").insertOne({ _id: "data" as never, number: 99 }));
    const started = await runBuilt("start", { ...folderEnv(folder), PORT: "0" });
    expect([started.code, started.error]).toEqual([
      1,
      "A newer version of Lyt H\u00f8jt has written these data: they have shape 99, and this version knows those up to " +
        `${CURRENT_SHAPE}. Use that version again, or restore a backup from before it into an empty DATA_DIR or database.\n`,
    ]);
    for (const args of [["round", "list"], ["check"], ["backup", join(folder, "copy")], ["restore", backup, "--drop"]])
      expect([args, (await lyt(folder, ...args)).error]).toEqual([args, expect.stringContaining("(shape.newer)")]);
    expect(await shapeOf(folder)).toEqual({ shape: 99, hours: ["forar", "stoppet", "vinter"] });
  });

  it("a backup is refused before anything is written", async () => {
    const folder = await keep(newFolder());
    const dump = await keep(writeDump(numbered(CURRENT_SHAPE + 1)));
    const { code, error } = await lyt(folder, "--json", "restore", dump);
    expect([code, JSON.parse(error)]).toEqual([
      1,
      { error: { code: "restore.newer", message: expect.stringContaining("Restore it with that version") } },
    ]);
    expect((await lyt(folder, "backup", join(folder, "copy"))).error).toContain("(backup.empty)");
  });
});
