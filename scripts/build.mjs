/**
 * Builds everything that runs: Remix's pages, and the server, the command line and the benchmarks as one file each, with
 * the packages of this repository in them: those are TypeScript. What browsers fetch is packed once, here.
 */
import { existsSync } from "node:fs";
import { installedPackages } from "./installed-packages.mjs";
import { packFiles } from "./pack-files.mjs";
import { run, tool, markBuilt } from "./project.mjs";

const remix = await run(process.execPath, [tool("@remix-run/dev/dist/cli.js"), "vite:build"], {
  env: { NODE_ENV: "production" },
});
if (remix.code !== 0) process.exit(remix.code);

const { build } = await import("esbuild");

const entryPoints = { start: "server/start.ts", lyt: "server/cli/lyt.ts", bench: "tests/bench/bench.ts" };
await build({
  entryPoints: Object.fromEntries(Object.entries(entryPoints).filter(([, file]) => existsSync(file))),
  outdir: "build/server",
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  platform: "node",
  format: "esm",
  target: "node20",
  plugins: [installedPackages],
  sourcemap: true,
  logLevel: "warning",
});
await packFiles("build/client");
markBuilt();
