/** A cursor that nobody asks for more is forgotten after ten minutes, and one that somebody does is not. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Document } from "bson";
import { afterEach, beforeEach, expect, it } from "vitest";
import { settle } from "../support/faults/abandoned";
import { withStore } from "../support/faults/open-store";
import { isFullLength } from "../support/faults/scaled";

const MINUTE_MS = 60_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-idle-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.skipIf(!isFullLength)("forgets an idle cursor after ten minutes (eleven minutes of waiting)", async () => {
  await withStore({ folder }, async ({ client }) => {
    await settle(client);
    const database = client.db("d");
    const open = async () => (await database.command({ find: "items", batchSize: 1 }))["cursor"].id as unknown;
    const more = (id: unknown): Promise<Document> =>
      database.command({ getMore: id, collection: "items", batchSize: 1 });
    const idle = await open();
    const used = await open();
    for (let minute = 0; minute < 11; minute += 1) {
      await wait(MINUTE_MS);
      expect((await more(used))["cursor"]["nextBatch"]).toHaveLength(1);
    }
    await expect(more(idle)).rejects.toMatchObject({ code: 43, codeName: "CursorNotFound" });
  });
});
