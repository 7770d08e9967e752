/** A whole site for a browser: the built pages, a municipality known by heart, a clock that stands still. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Round } from "../../server/rounds/contract";
import type { SurveyLibrary } from "../../surveys/engine/survey-library";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { runServer } from "../../server/run-server";
import type { RunningServer } from "../../server/run-server";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";
import { settleMunicipality } from "./small-municipality";
import { movableClock } from "./movable-clock";
import type { MovableClock } from "./movable-clock";

export interface Site extends Omit<RunningServer, "close"> {
  readonly clock: MovableClock;
  /** Where its data are. */
  readonly folder: string;
  close(): Promise<void>;
}

async function dropDatabases({ database: { main, secrets } }: RunningServer): Promise<void> {
  await main.dropDatabase();
  await secrets.dropDatabase();
}

let opened = 0;

/** `library`: other surveys than those of this installation. `mongodbUrl`: another store than MONGODB_URL or, without one, the site's own folder. */
export async function startSite({
  at = "2026-03-10T09:00:00Z",
  mongodbUrl = otherServer.url ?? "",
  library,
  round,
  smtpUrl = "",
}: {
  at?: string;
  mongodbUrl?: string;
  library?: SurveyLibrary;
  /** Another round than the small municipality's own. */
  round?: Round;
  /** Where its mail goes. */
  smtpUrl?: string;
} = {}): Promise<Site> {
  opened += 1;
  const databaseName = `lyt-site-${process.pid}-${opened}`;
  const folder = await mkdtemp(join(tmpdir(), "lyt-site-"));
  const clock = movableClock(at);
  const mail = { SMTP_URL: smtpUrl, MAIL_FROM: smtpUrl && "lyt@example.dk" };
  const environment = {
    PORT: "0",
    DATA_DIR: folder,
    DEMO: "no",
    LOG_LEVEL: "silent",
    MONGODB_URL: mongodbUrl,
    ...mail,
  };
  const settings = readSettings(environment);
  // A test moves the clock, and says itself what time brings.
  const lookEveryMs = 3_600_000;
  const server = await runServer({
    settings,
    logger: createLogger("silent"),
    clock,
    databaseName,
    library,
    lookEveryMs,
  });
  await settleMunicipality(server.application, round);
  return {
    ...server,
    clock,
    folder,
    async close() {
      if (otherServer.url) await dropDatabases(server);
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
