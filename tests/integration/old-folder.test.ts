/** A data folder of a version before: opened by the real server, answered into, sealed; and one of a version to come, refused. */
import { rm } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { runServer } from "../../server/run-server";
import { folderEnv } from "../support/data-folder";
import { lytJson } from "../support/lyt-process";
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
  it("the folder is opened, answered into and sealed, and its releases are what they were", async () => {
    const folder = await keep(unpack(old, "folder"));
    const clock = movableClock(old.facts.now);
    const settings = readSettings({ ...folderEnv(folder), PORT: "0" });
    const sentences: string[] = [];
    const onProgress = (sentence: string) => void sentences.push(sentence);
    const server = await runServer({ settings, logger: createLogger("silent"), clock, onProgress });
    await liveOn({ server, clock, facts: old.facts, hasSecrets: true });
    await server.close();
    expect(sentences.filter((sentence) => sentence.startsWith("Bringing the data to shape "))).toHaveLength(2);
    const checked = await lytJson<{ errors: readonly string[] }[]>(folder, "check");
    expect(checked.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
