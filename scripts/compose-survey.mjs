/** `npm run compose -- <plan.json> <out.json>`: a survey file out of a plan and the item bank. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bankItemShape } from "../surveys/bank/item-shape.ts";
import { composeSurvey } from "../surveys/engine/compose-survey.ts";

const [planPath, outPath] = process.argv.slice(2);
if (!planPath || !outPath) {
  console.error("Usage: npm run compose -- <plan.json> <out.json>");
  process.exit(2);
}
/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const folder = "surveys/bank/items";
const items = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => bankItemShape.parse(read(join(folder, name))));
const bank = {
  items: new Map(items.map((item) => [item.name, item])),
  answerSets: read("surveys/scales/answer-sets.json"),
};
writeFileSync(outPath, `${JSON.stringify(composeSurvey(read(planPath), bank), null, 2)}\n`);
