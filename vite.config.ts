import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  optimizeDeps: { entries: ["app/root.tsx", "app/routes/**/*.tsx"] },
  build: { assetsInlineLimit: 0, target: "es2020", cssTarget: "safari16" },
});
