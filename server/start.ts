/** The process: settings, a running server, the words on the terminal, and a graceful stop. */
import { describeAccess } from "./demo/describe-access";
import { SettingsError, readSettings } from "./lib/env";
import { createLogger } from "./observability/logger";
import { runServer } from "./run-server";
import { startFailure } from "./start-failure";

const say = (text: string) => process.stdout.write(`${text}\n`);

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const settings = readSettings();
  const logger = createLogger(settings.logLevel);
  const server = await runServer({ settings, logger, onProgress: say }).catch((error: unknown) =>
    fail(startFailure(error, settings)),
  );
  say(await describeAccess(server));
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error)),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => fail(error instanceof SettingsError ? error.message : String(error)));
