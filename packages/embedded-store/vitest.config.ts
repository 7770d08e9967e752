import { defineConfig } from "vitest/config";

const setupFiles = ["tests/support/quiet-console.ts"];

/** The short form (scripts/run-tests.mjs): what is quick and touches everything; of the cases, every tenth. */
const SHORT = ["cases", "store", "store-cuts", "store-driver", "store-garbage", "store-twice", "wire"];
const isShort = process.env["STORE_SHORT"] === "1";

export default defineConfig({
  root: import.meta.dirname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "store",
          include: isShort ? SHORT.map((name) => `tests/${name}.test.ts`) : ["tests/*.test.ts"],
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "deep",
          include: ["tests/deep/*.test.ts"],
          setupFiles,
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          maxWorkers: 3,
        },
      },
    ],
  },
});
