/** The real server in this process, with settings of one's own on a small municipality of its own, on the real clock. */
import { rm } from "node:fs/promises";
import { readSettings } from "../../server/lib/env";
import type { Logger } from "../../server/observability/logger";
import { createLogger } from "../../server/observability/logger";
import { runServer } from "../../server/run-server";
import type { RunningServer } from "../../server/run-server";
import { folderEnv, settleFolder } from "./data-folder";

export interface ServerWith extends Pick<RunningServer, "application"> {
  /** Where it listens, whatever PUBLIC_URL says. */
  readonly port: number;
  /** What it said on the terminal at start. */
  readonly sentences: readonly string[];
  close(): Promise<void>;
}

export async function startServerWith(
  env: Readonly<Record<string, string>>,
  logger: Logger = createLogger("silent"),
): Promise<ServerWith> {
  const folder = await settleFolder();
  const sentences: string[] = [];
  const settings = readSettings({ ...folderEnv(folder), PORT: "0", ...env });
  const server = await runServer({ settings, logger, onProgress: (sentence) => sentences.push(sentence) });
  return {
    application: server.application,
    port: server.port,
    sentences,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
