import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { buildTargets } from "./scripts/oldest-browsers.mjs";

/** What every page needs, an adult's too, so that none of them fetches a child's player. */
const SHARED =
  /\/(app\/(urls\.|components\/(ui\/|pictures\/(thing|lytte)\.|layout\/(problem-|document-language|script-failure|without-scripts)|player\/(visit|visit-ends|draft|new-seed)\.)|http\/(same-page|nonce|locale)\.|styles\/public\.)|surveys\/(paper\/(language|local-text|calendar|form|paper)|pictures\/(lytte|svg|thing-url|key-things))\.ts)/;

const CHILD = /\/(app\/(components\/(player|pictures)|styles)\/|surveys\/(?!engine\/))/;

/** Fetched by the papers that have them. */
const RARE_SCALES = /\/player\/scales\/(two-step|tokens|ladder|rank-pictures|drawing|voice-note|photo)\.tsx/;

/** What came of the answers: another page than those of answering. */
const AFTER_THE_ANSWER = /\/surveys\/(pictures\/feedback-|results\/|bank\/)/;

/** A page is a few files, not twenty: what all pages share, and what a child's pages are made of. */
function chunkOf(id: string): string | undefined {
  if (/\/app\/older-browsers\.ts/.test(id)) return "vendor";
  if (/\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\//.test(id))
    return "vendor";
  if (SHARED.test(id) || id.includes("vite/preload-helper")) return "shared";
  if (RARE_SCALES.test(id) || AFTER_THE_ANSWER.test(id)) return undefined;
  return CHILD.test(id) ? "child" : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  optimizeDeps: { entries: ["app/root.tsx", "app/routes/**/*.tsx"] },
  // Chrome 88 reads `?.`, but for a spread behind one; the check of what was built looks for that.
  esbuild: { supported: { "optional-chain": true } },
  build: {
    assetsInlineLimit: 0,
    target: buildTargets(),
    cssTarget: buildTargets(),
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}));
