/** A process that serves one folder for `startStore`: says where, tells of faults, and ends with its parent. */
import { openEmbeddedStore } from "../../src/embedded-store";

const options = JSON.parse(process.argv[2] ?? "{}") as { folder: string; tcpPort?: number };

const say = (message: unknown) => void process.send?.(message);

// As the server does it: what nobody caught is the end of the process.
process.once("disconnect", () => process.exit(0));

try {
  const store = await openEmbeddedStore({
    ...options,
    onFault: (error) => say({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  });
  process.on("message", (order) => {
    if (order !== "close") return;
    store.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`close failed: ${String(error)}\n`);
        process.exit(3);
      },
    );
  });
  say({ url: store.url, socketPath: store.socketPath });
} catch (error) {
  say({ refused: error instanceof Error ? error.message : String(error) });
  process.exit(2);
}
