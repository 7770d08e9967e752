import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "~": fileURLToPath(new URL("./app", import.meta.url)) };
const setupFiles = ["packages/embedded-store/tests/support/quiet-console.ts"];

/** Not for another server: what is about the data folder with the embedded store's files in it, or HTTP alone. */
const OF_THE_FOLDER = [
  "tests/integration/operator/!(elsewhere).test.ts",
  "tests/integration/power-cut.test.ts",
  "tests/integration/{days,dev,full-disk,old-folder,published-surveys,start,start-demo,start-pepper,stop,traces}.test.ts",
  "tests/integration/{forward-secrecy,odd-requests,old-browsers,origin,packed-files,proxy-notices,reverse-proxy,spelling}.test.ts",
];

export default defineConfig({
  esbuild: { jsx: "automatic" },
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/attacks/*.test.ts"],
          setupFiles,
          testTimeout: 30_000,
          // They keep nothing behind, and a world of its own for each costs more than its tests.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 3,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "interop",
          include: ["tests/integration/**/*.test.ts"],
          exclude: OF_THE_FOLDER,
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: "deep",
          include: ["tests/deep/**/*.test.ts"],
          setupFiles,
          testTimeout: 3_600_000,
          sequence: { groupOrder: 2 },
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
