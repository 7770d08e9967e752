/** The process: settings, a running server, the words on the terminal, and a graceful stop. */
import { describeAccess } from "./demo/describe-access";
import { SettingsError, readSettings } from "./lib/env";
import { createLogger } from "./observability/logger";
import { runServer } from "./run-server";

const say = (text: string) => process.stdout.write(`${text}\n`);

function fail(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof SettingsError ? `${reason}\n` : `Lyt Højt could not start: ${reason}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const settings = readSettings();
  const logger = createLogger(settings.logLevel);
  const server = await runServer({ settings, logger, onProgress: say });
  say(await describeAccess(server));
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    server.close().then(() => process.exit(0), fail);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch(fail);
