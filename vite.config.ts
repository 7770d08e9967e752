import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { buildTargets } from "./scripts/oldest-browsers.mjs";

const CHILD =
  /\/(app\/(components\/(player|pictures|ui)|styles)\/|app\/components\/layout\/(problem-|document-language|script-failure|without-scripts)|surveys\/(?!engine\/)|app\/http\/(same-page|nonce)\.)/;

/** Fetched by the papers that have them. */
const RARE_SCALES = /\/player\/scales\/(two-step|tokens|ladder|rank-pictures|drawing|voice-note|photo)\.tsx/;

/** A child's page is a few files, not twenty: what all pages share, and what a child's pages are made of. */
function chunkOf(id: string): string | undefined {
  if (/\/app\/older-browsers\.ts/.test(id)) return "vendor";
  if (/\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\//.test(id))
    return "vendor";
  if (RARE_SCALES.test(id)) return undefined;
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
