/** The embedded store alone in a process, so that its memory and its processor time are its own. */
import { openEmbeddedStore } from "../src/embedded-store";
import { reportReady } from "./store-process";

export async function runStoreServer(folder: string): Promise<void> {
  const store = await openEmbeddedStore({ folder, onFault: (error) => process.stderr.write(`${String(error)}\n`) });
  reportReady(store.url, () => void store.close().then(() => process.exit(0)));
}
