/** The benchmark's entry: measures the store, or is one of the servers that it measures. Exits 1 when a figure does not hold. */
import { runBareStore } from "./bare-store";
import { measureStore } from "./store";
import { runStoreServer } from "./store-server";

async function main([mode, place = "."]: readonly string[]): Promise<void> {
  if (mode === "--bare-store") return runBareStore(place);
  if (mode === "--store-server") return runStoreServer(place);
  for (const figure of await measureStore()) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    if (!figure.holds) process.exitCode = 1;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
