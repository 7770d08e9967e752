/**
 * `npm run test:deep`: long fault, attack and simulation runs, all the embedded store's tests, and the integration tests
 * against an independent server; the result is written to docs/deep-tests.md.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startInteropServer } from "../packages/embedded-store/scripts/interop-server.mjs";
import { noteProven } from "../packages/embedded-store/scripts/proven.mjs";
import { runTests } from "../packages/embedded-store/scripts/run-tests.mjs";
import { checkNode, ensureBuilt, ensureChromium, ensureInstalled, run, tool } from "./project.mjs";

checkNode();
const say = (text) => process.stdout.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const startedAt = Date.now();
const count = { passed: 0, failed: 0 };
const secondsSince = (moment) => Math.round((Date.now() - moment) / 1000);

async function vitest(project, reporter, { env = {}, root = "." } = {}) {
  const file = join(mkdtempSync(join(tmpdir(), "lyt-deep-")), "report.json");
  const reporters = [`--reporter=${reporter}`, "--reporter=json", `--outputFile.json=${file}`];
  const args = [tool("vitest/vitest.mjs"), "run", "--root", root, "--project", project, ...reporters];
  const { code } = await run(process.execPath, args, { env });
  const report = JSON.parse(readFileSync(file, "utf8"));
  const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
  count.passed += report.numPassedTests;
  count.failed += failed;
  return { ...report, failed };
}

async function deep(root) {
  const { testResults } = await vitest("deep", "verbose", { root });
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
  const file = join(mkdtempSync(join(tmpdir(), "lyt-deep-")), "report.json");
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
  const { env, stop, reason } = await startInteropServer();
  if (reason) return `| the independent server | skipped: ${reason} | |`;
  const begun = Date.now();
  const { numPassedTests, failed } = await vitest("interop", "dot", { env });
  await stop();
  return `| the application's integration tests against an independent server | ${numPassedTests} passed, ${failed} failed | ${secondsSince(begun)} s |`;
}

async function store() {
  const begun = Date.now();
  const { passed, failed, isWhole } = await runTests({ isShort: false, say });
  if (failed === 0 && isWhole) noteProven();
  count.passed += passed;
  count.failed += failed;
  return `| the embedded store, and its cases against an independent server | ${passed} passed, ${failed} failed | ${secondsSince(begun)} s |`;
}

const rows = [
  ...(await deep(".")),
  await deepBrowser(),
  await store(),
  ...(await deep("packages/embedded-store")),
  await interop(),
];
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
