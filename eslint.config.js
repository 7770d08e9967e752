/**
 * The rules of the house that a machine can keep: who may import what (the table of docs/architecture.md, written here
 * and nowhere else), no `any`, no stray output, no settings read behind the back of server/lib/env.ts, small files, short
 * functions.
 */
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { functionLength } from "./scripts/function-length.mjs";
import { importPolicies, rooms } from "./scripts/import-table.mjs";

const code = ["**/*.{ts,tsx,mts,js,mjs}"];

export default tseslint.config(
  { ignores: ["**/build", "data", "node_modules", "test-results", "public", "app/components/ui/icon-paths.ts"] },
  { files: code, extends: [tseslint.configs.recommended] },
  {
    files: code,
    plugins: { house: { rules: { "function-length": functionLength } } },
    rules: {
      eqeqeq: "error",
      "house/function-length": "error",
      "max-lines": ["error", 300],
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Settings are read in server/lib/env.ts." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export names; only Remix and tools need a default." },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
    },
  },
  {
    files: ["{app,server,surveys,packages/*/src}/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "boundaries/files": rooms,
      "boundaries/files-single-match": true,
      "boundaries/dependency-nodes": ["import", "export", "dynamic-import"],
      "import/resolver": { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      "boundaries/dependencies": ["error", { default: "disallow", checkAllOrigins: true, policies: importPolicies }],
      "boundaries/no-unknown-files": "error",
    },
  },
  { files: ["app/**/*.{ts,tsx}"], extends: [reactHooks.configs.flat.recommended] },
  { files: ["server/lib/env.ts"], rules: { "no-restricted-properties": "off" } },
  {
    files: ["app/{root,entry.server,entry.client}.tsx", "app/routes/**/*.tsx", "**/*.config.{js,ts}"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/scripts/**/*.mjs", "**/{tests,bench,interop}/**/*.ts", "**/*.config.{js,ts}"],
    rules: { "no-console": "off", "no-restricted-properties": "off" },
  },
);
