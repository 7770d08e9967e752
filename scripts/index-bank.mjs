/**
 * `npm run index:bank`: writes surveys/bank/items/index.ts, so that every item of the bank is a static import. Run it after
 * adding, renaming or removing an item; a test holds the list complete.
 */
import { readdirSync, writeFileSync } from "node:fs";

const folder = new URL("../surveys/bank/items/", import.meta.url);

/** @param {string} name */
const exportName = (name) => name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** @param {readonly string[]} names items, without `.json` */
export function buildIndex(names) {
  const lines = [...names]
    .sort()
    .map((name) => `export { default as ${exportName(name)} } from "./${name}.json" with { type: "json" };`);
  return `/** Made by \`npm run index:bank\`; do not edit. */\n${lines.join("\n")}\n`;
}

export function readItemNames() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length));
}

if (process.argv[1]?.endsWith("index-bank.mjs"))
  writeFileSync(new URL("index.ts", folder), buildIndex(readItemNames()));
