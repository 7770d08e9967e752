/** `npm run test:deep`: long fault, attack and simulation runs; the result is written to docs/deep-tests.md. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNode, ensureBuilt, ensureInstalled, run, tool } from "./project.mjs";

checkNode();
const say = (text) => process.stdout.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const file = join(mkdtempSync(join(tmpdir(), "lyt-deep-")), "deep.json");
const startedAt = Date.now();
const args = [
  tool("vitest/vitest.mjs"),
  "run",
  "--project",
  "deep",
  "--reporter=verbose",
  "--reporter=json",
  `--outputFile.json=${file}`,
];
const { code } = await run(process.execPath, args);
const report = JSON.parse(readFileSync(file, "utf8"));
const commit = (await run("git", ["rev-parse", "--short", "HEAD"], { isQuiet: true })).text.trim();
const rows = report.testResults.flatMap((suite) =>
  suite.assertionResults.map(
    (test) => `| ${test.fullName} | ${test.status} | ${Math.round((test.duration ?? 0) / 1000)} s |`,
  ),
);
const lines = [
  "# The last deep run",
  "",
  `\`npm run test:deep\` on ${new Date(startedAt).toISOString().slice(0, 10)}, at commit ${commit}, Node ${process.versions.node}: ${report.numPassedTests} passed, ${report.numFailedTests} failed, ${Math.round((Date.now() - startedAt) / 1000)} s.`,
  "",
  "| test | result | time |",
  "|---|---|---|",
  ...rows,
  "",
];
writeFileSync(new URL("../docs/deep-tests.md", import.meta.url), lines.join("\n"));
say(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
process.exitCode = code;
