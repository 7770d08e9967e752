/**
 * `npm run compose -- <plan.json> <out.json>`: a survey file out of a plan and the item bank. Its hash goes into
 * `published.json` beside the surveys' folders; a version that has one there is not written any more, unless it is the same.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bankItemShape } from "../surveys/bank/item-shape.ts";
import { hashJson } from "../server/lib/canonical-json.ts";
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
const survey = composeSurvey(read(planPath), bank);
const publishedPath = join(dirname(dirname(outPath)), "published.json");
/** @type {Record<string, string>} */
const published = read(publishedPath);
const name = `${survey.slug}/v${survey.version}`;
const hash = hashJson(survey);
if (published[name] !== undefined && published[name] !== hash) {
  console.error(
    `${name} is published and never changes: give the plan the next version. (Only where nobody has been asked with it ` +
      `yet, on no installation: delete its line in ${publishedPath} first.)`,
  );
  process.exit(1);
}
/** @param {string} path @param {unknown} value */
const write = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
write(outPath, survey);
const names = [...new Set([...Object.keys(published), name])].sort();
write(publishedPath, Object.fromEntries(names.map((one) => [one, one === name ? hash : published[one]])));
