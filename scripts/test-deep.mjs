/** `npm run test:deep`: long fault, attack and simulation runs; the result is written to docs/deep-tests.md. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startInteropServer } from "./interop-server.mjs";
import { checkNode, ensureBuilt, ensureChromium, ensureInstalled, run, tool } from "./project.mjs";

checkNode();
const say = (text) => process.stdout.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const reports = mkdtempSync(join(tmpdir(), "lyt-deep-"));
const startedAt = Date.now();
const count = { passed: 0, failed: 0 };
const secondsSince = (moment) => Math.round((Date.now() - moment) / 1000);

async function vitest(project, reporter, env = {}) {
  const file = join(reports, `${project}.json`);
  const reporters = [`--reporter=${reporter}`, "--reporter=json", `--outputFile.json=${file}`];
  const args = [tool("vitest/vitest.mjs"), "run", "--project", project, ...reporters];
  const { code } = await run(process.execPath, args, { env });
  const report = JSON.parse(readFileSync(file, "utf8"));
  const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
  count.passed += report.numPassedTests;
  count.failed += failed;
  return { ...report, failed };
}

async function deep() {
  const { testResults } = await vitest("deep", "verbose");
  return testResults.flatMap((suite) =>
    suite.assertionResults.map(
      (test) => `| ${test.fullName} | ${test.status} | ${Math.round((test.duration ?? 0) / 1000)} s |`,
    ),
  );
}

async function deepBrowser() {
  const { path, reason } = await ensureChromium(say);
  if (!path) return `| pages in a browser | skipped: ${reason} | |`;
  const begun = Date.now();
  const file = join(reports, "deep-browser.json");
  const args = [tool("@playwright/test/cli.js"), "test", "--project", "deep-browser", "--reporter=line,json"];
  const { code } = await run(process.execPath, args, {
    env: { CHROMIUM_PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const { expected, flaky, unexpected } = JSON.parse(readFileSync(file, "utf8")).stats;
  const failed = unexpected + (code !== 0 && unexpected === 0 ? 1 : 0);
  count.passed += expected + flaky;
  count.failed += failed;
  return `| pages in a browser | ${expected + flaky} passed, ${failed} failed | ${secondsSince(begun)} s |`;
}

async function interop() {
  const { env, stop, reason } = await startInteropServer(() => ensureBuilt(say));
  if (reason) return `| the independent server | skipped: ${reason} | |`;
  const begun = Date.now();
  const { numPassedTests, failed } = await vitest("interop", "dot", env);
  await stop();
  return `| the independent server | ${numPassedTests} passed, ${failed} failed | ${secondsSince(begun)} s |`;
}

const rows = [...(await deep()), await deepBrowser(), await interop()];
const commit = (await run("git", ["rev-parse", "--short", "HEAD"], { isQuiet: true })).text.trim();
const lines = [
  "# The last deep run",
  "",
  `\`npm run test:deep\` on ${new Date(startedAt).toISOString().slice(0, 10)}, at commit ${commit}, Node ${process.versions.node}: ${count.passed} passed, ${count.failed} failed, ${secondsSince(startedAt)} s.`,
  "",
  "| test | result | time |",
  "|---|---|---|",
  ...rows,
  "",
];
writeFileSync(new URL("../docs/deep-tests.md", import.meta.url), lines.join("\n"));
say(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
