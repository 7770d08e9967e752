/** `npm run bench`: bundles the benchmark with the store, as a server is, and runs it. One JSON line a figure. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: { bench: here("../bench/bench.ts") },
  outdir: here("../build"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
process.exitCode = spawnSync(process.execPath, [here("../build/bench.js")], { stdio: "inherit" }).status ?? 1;
