/** A whole site for a browser: the built pages, a municipality known by heart, a clock that stands still. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { runServer } from "../../server/run-server";
import type { RunningServer } from "../../server/run-server";
import { settleMunicipality } from "./small-municipality";
import { movableClock } from "./movable-clock";
import type { MovableClock } from "./movable-clock";

export interface Site extends Omit<RunningServer, "close"> {
  readonly clock: MovableClock;
  close(): Promise<void>;
}

/** `mongodbUrl`: another store than the site's own folder. */
export async function startSite({ at = "2026-03-10T09:00:00Z", mongodbUrl = "" } = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-site-"));
  const clock = movableClock(at);
  const environment = { PORT: "0", DATA_DIR: folder, DEMO: "no", LOG_LEVEL: "silent", MONGODB_URL: mongodbUrl };
  const server = await runServer({ settings: readSettings(environment), logger: createLogger("silent"), clock });
  await settleMunicipality(server.application);
  return {
    ...server,
    clock,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
