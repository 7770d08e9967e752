/**
 * A data folder for servers that run as processes of their own, on the real clock: settled before they start, read after
 * they end. With the independent server of `npm run test:interop` the data lie there, one folder's at a time.
 */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase } from "../../server/database/connect";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/open-application";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";
import { aRoundOfToday, settleMunicipality } from "./small-municipality";

type Opened = Awaited<ReturnType<typeof openApplication>>;

/** The environment of a server on that folder. */
export const folderEnv = (folder: string) => ({
  DATA_DIR: folder,
  DEMO: "no",
  LOG_LEVEL: "silent",
  MONGODB_URL: otherServer.isIndependent ? (otherServer.url ?? "") : "",
});

/** Opens the folder for the time of `work`; no server may own it meanwhile. */
export async function withFolder<T>(folder: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await openApplication({ settings: readSettings(folderEnv(folder)), logger: createLogger("silent") });
  try {
    return await work(opened);
  } finally {
    await opened.database.close();
  }
}

/** A folder without data. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-data-"));
  // Not by way of the application: the pepper of the last folder was another.
  if (otherServer.isIndependent) {
    const { main, secrets, close } = await connectDatabase({
      dataDir: folder,
      mongodbUrl: otherServer.url,
      onFault: () => undefined,
    });
    await main.dropDatabase();
    await secrets.dropDatabase();
    await close();
  }
  return folder;
}

/** A folder with the small municipality and a round that is open today. */
export async function settleFolder(): Promise<string> {
  const folder = await emptyFolder();
  await withFolder(folder, ({ application }) => settleMunicipality(application, aRoundOfToday()));
  return folder;
}
