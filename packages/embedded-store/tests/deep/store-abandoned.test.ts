/** A cursor that nobody asks for more is forgotten after ten minutes, and one that somebody does is not. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Long } from "bson";
import type { Document } from "bson";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ALL_BYTES, abandon, churn, fileBytes, settle } from "../faults/abandoned";
import { withStore } from "../faults/open-store";
import { isFullLength } from "../faults/scaled";

const MINUTE_MS = 60_000;
const ROUNDS = 5;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-idle-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.skipIf(!isFullLength)(
  "forgets idle cursors after ten minutes, and what they held (eleven minutes of waiting)",
  async () => {
    await withStore({ folder }, async ({ store, client }) => {
      await settle(client);
      const database = client.db("d");
      const find = { find: "items", batchSize: 1 };
      const more = (id: unknown): Promise<Document> =>
        database.command({ getMore: id, collection: "items", batchSize: 1 });
      const [idle] = await abandon(store, find, 5);
      await abandon(store, { exportDatabase: 1 }, 1);
      const used = Long.fromValue((await database.command(find))["cursor"].id as number);
      for (let minute = 0; minute < 11; minute += 1) {
        await wait(MINUTE_MS);
        expect((await more(used))["cursor"]["nextBatch"]).toHaveLength(1);
      }
      await expect(more(idle?.["cursor"].id)).rejects.toMatchObject({ code: 43, codeName: "CursorNotFound" });
      await database.command({ killCursors: "items", cursors: [used] });
      await churn(client, 2);
      const before = fileBytes(folder);
      await churn(client, ROUNDS);
      expect(fileBytes(folder) - before).toBeLessThan((ROUNDS * ALL_BYTES) / 4);
    });
  },
);
