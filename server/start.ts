/** The process: settings, a running server, the words on the terminal, and an end in bounded time, at any moment. */
import { describeAccess } from "./demo/describe-access";
import { keepHeapLean } from "./lean-heap";
import { SettingsError, readSettings } from "./lib/env";
import type { Settings } from "./lib/env";
import { wordsOf } from "./lib/words-of";
import { createLogger } from "./observability/logger";
import { printedKeysIn } from "./printed-keys";
import type { RunningServer } from "./run-server";
import { runServer } from "./run-server";
import { startFailure } from "./start-failure";
import { exitAfter, onFault, onStopSignal } from "./stop-signals";

/** Requests under way are answered within eight seconds or cut off (http/connections.ts). */
const STOP_WITHIN_MS = 10_000;
/** What is not served yet has nobody to answer. */
const GIVE_UP_WITHIN_MS = 1500;

const say = (text: string) => process.stdout.write(`${text}\n`);

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

/** Where to go; that alone when the database cannot tell more just now. */
const access = (server: RunningServer, { isDevelopment, dataDir }: Settings): Promise<string> =>
  describeAccess(server, isDevelopment ? printedKeysIn(dataDir) : undefined).catch(
    (error: unknown) => `\nLyt Højt is at ${server.url}\n${wordsOf(error)}\n`,
  );

async function main(): Promise<void> {
  keepHeapLean();
  const settings = readSettings();
  const logger = createLogger(settings.logLevel);
  const stopping = new AbortController();
  const started = runServer({ settings, logger, onProgress: say, signal: stopping.signal });
  let isServing = false;
  /** `unserved`: the exit code when it never came to serving. */
  const end = (exitCode: number, unserved: number) => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    const closed = started.then(async (server) => {
      await server.close();
      return exitCode;
    });
    exitAfter(closed, unserved, isServing ? STOP_WITHIN_MS : GIVE_UP_WITHIN_MS);
  };
  onStopSignal((exitCode) => end(0, exitCode));
  onFault((error) => {
    logger.fatal({ err: error }, "a fault that nobody caught");
    end(1, 1);
  });
  const server = await started.catch((error: unknown) =>
    stopping.signal.aborted ? undefined : fail(startFailure(error, settings)),
  );
  if (!server || stopping.signal.aborted) return;
  isServing = true;
  say(await access(server, settings));
}

main().catch((error: unknown) => fail(error instanceof SettingsError ? error.message : wordsOf(error)));
