/** `lyt store`: serves the data folder alone, without the web server, for tools such as mongosh. */
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { serveStore } from "../../database/connect";
import { OperationError } from "../../database/operation-error";
import { makeFolder } from "../../lib/data-folder";
import { readSettings } from "../../lib/env";
import type { Output } from "../output";
import { onFault, refuseElsewhere } from "../session";

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError("a number from 0 to 65535");
  return port;
}

const untilStopped = () =>
  new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });

function portError(error: unknown, port: number | undefined): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return new OperationError("store.portTaken", `Port ${port} is taken by another program: give another --tcp.`);
  if (code === "EACCES")
    return new OperationError("store.portTaken", `Port ${port} may not be used by you: give another --tcp.`);
  return error;
}

async function serve(output: Output, tcpPort: number | undefined): Promise<void> {
  const settings = readSettings();
  const { dataDir } = settings;
  refuseElsewhere(settings, "store", "tools reach them there; `lyt store` serves the data folder.");
  makeFolder(dataDir);
  const onWaiting = () => process.stderr.write("The data are in use by another process; waiting for it …\n");
  const store = await serveStore({ dataDir, tcpPort, onFault, mustOwn: { onWaiting } }).catch((error: unknown) => {
    throw portError(error, tcpPort);
  });
  const { url, tcpUrl } = store;
  const onTcp = tcpUrl
    ? [tcpUrl, "Whoever is on this machine can read and change everything on TCP: no users, no passwords."]
    : [];
  const stopped = untilStopped();
  output.print({ folder: dataDir, url, ...(tcpUrl ? { tcpUrl } : {}) }, [url, ...onTcp, "Ctrl-C ends it."]);
  await stopped;
  await store.close();
}

export function addStoreCommands(program: Command, output: () => Output): void {
  program
    .command("store")
    .description("serve the data folder alone, for mongosh and other tools, until Ctrl-C")
    .option(
      "--tcp <port>",
      "on this port of 127.0.0.1, too (0: a free one); there are no users and passwords",
      readPort,
    )
    .action(({ tcp }: { tcp?: number }) => serve(output(), tcp));
}
