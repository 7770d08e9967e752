/** Opens an installation's data: settings → database, brought up to date → services. A server and the command line begin so. */
import { setTimeout as wait } from "node:timers/promises";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { bringUp } from "./database/bring-up";
import type { DatabaseOptions } from "./database/connect";
import { connectDatabase } from "./database/connect";
import { refuseUnfinishedRestore } from "./database/restore";
import { knownPepper } from "./known-pepper";
import type { Clock } from "./lib/clock";
import { systemClock } from "./lib/clock";
import { makeFolder } from "./lib/data-folder";
import type { Settings } from "./lib/env";
import { awayLog } from "./observability/away-log";
import type { Logger } from "./observability/logger";
import { checkPublishedSurveys } from "./published-surveys";
import type { Application } from "./services";
import { createApplication } from "./services";

export interface OpenOptions extends Pick<DatabaseOptions, "mustOwn" | "isUnhurried"> {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Of the main database, when it is not the usual one. */
  readonly databaseName?: string;
  /** Other surveys than those of this installation. */
  readonly library?: SurveyLibrary;
  /** Told while older data are brought up, while the demo is being loaded, and when settings do not fit together. */
  readonly onProgress?: (sentence: string) => void;
  /** Ends a start between two of its steps; what it opened is closed. */
  readonly signal?: AbortSignal;
}

const PREPARE_ATTEMPTS = 3;

/** Of two processes that make the same collection at once, some servers refuse one. */
async function prepareBesideOthers(application: Application, attempts = PREPARE_ATTEMPTS): Promise<void> {
  try {
    await application.prepare();
  } catch (error) {
    if (attempts === 1) throw error;
    await wait(300);
    await prepareBesideOthers(application, attempts - 1);
  }
}

export async function openApplication({
  settings,
  logger,
  mustOwn,
  isUnhurried,
  databaseName: name,
  library,
  clock = systemClock,
  onProgress,
  signal,
}: OpenOptions) {
  const onFault = (error: unknown) => logger.error({ err: error }, "embedded store");
  const onAway = awayLog(logger);
  const { dataDir, mongodbUrl } = settings;
  if (!library) checkPublishedSurveys();
  makeFolder(dataDir);
  const database = await connectDatabase({ dataDir, mongodbUrl, name, onFault, onAway, mustOwn, isUnhurried });
  try {
    await refuseUnfinishedRestore(database);
    await bringUp(database, { onProgress, signal });
    const pepper = await knownPepper(database, settings);
    const onJobFault = (error: unknown, job: string) => logger.error({ err: error, job }, "job failed");
    const isGalleryOpen = settings.isDevelopment;
    const at = (moment: Clock) =>
      createApplication({ database, clock: moment, pepper, library, isGalleryOpen, onJobFault, smtp: settings.smtp });
    const application = at(clock);
    await prepareBesideOthers(application);
    return { database, application, at };
  } catch (error) {
    await database.close();
    throw error;
  }
}
