/**
 * `npm test`: installs what it needs, checks everything, and ends with `N passed, N failed` (`, N skipped`), counted
 * from the runners' own reports. `--only unit,integration` runs some stages; in CI what is skipped for want of a browser or
 * of nginx fails.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startInteropServer } from "../packages/embedded-store/scripts/interop-server.mjs";
import { isProven } from "../packages/embedded-store/scripts/proven.mjs";
import { runTests } from "../packages/embedded-store/scripts/run-tests.mjs";
import { checkNode, ensureChromium, ensureInstalled, ensureNginx, isBuildStale, run, tool } from "./project.mjs";

checkNode();
const say = (text) => process.stdout.write(`${text}\n`);
const reports = mkdtempSync(join(tmpdir(), "lyt-reports-"));
const count = { passed: 0, failed: 0, skipped: 0 };
const only = process.argv.includes("--only")
  ? new Set((process.argv[process.argv.indexOf("--only") + 1] ?? "").split(","))
  : undefined;
const isAllRequired = Boolean(process.env.CI) || process.argv.includes("--require-browser");

const secondsSince = (startedAt) => `${Math.round((performance.now() - startedAt) / 1000)} s`;
const begunAt = performance.now();

async function check(name, args) {
  const startedAt = performance.now();
  const { code, text } = await run(process.execPath, args, { isQuiet: true });
  count[code === 0 ? "passed" : "failed"] += 1;
  if (code !== 0) say(text);
  say(`${code === 0 ? "ok    " : "FAILED"} ${name} (${secondsSince(startedAt)})`);
  return code === 0;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

async function vitest(project, env = {}, files = []) {
  const startedAt = performance.now();
  const file = join(reports, `${project}.json`);
  const args = [
    tool("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...files,
  ];
  const { code, text } = await run(process.execPath, args, { isQuiet: true, env });
  const report = readJson(file);
  if (code !== 0 || !report) say(text);
  if (!report) count.failed += 1;
  else {
    count.passed += report.numPassedTests;
    count.failed += report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
    count.skipped += report.numPendingTests;
  }
  say(
    `${code === 0 ? "ok    " : "FAILED"} ${project}: ${report?.numPassedTests ?? 0} passed (${secondsSince(startedAt)})`,
  );
}

/** The embedded store's own tests: all of them unless they have passed on just these files. */
async function store() {
  const isShort = isProven();
  if (!isShort)
    say("The embedded store has changed: all its tests run. `npm test -w @lyt-hoejt/embedded-store` notes that.");
  const one = await runTests({ isShort, say });
  for (const field of Object.keys(count)) count[field] += one[field];
}

/** What of the application asks the database most; `npm run test:interop` asks everything. */
const INTEROP = ["intake", "sealing", "accounts", "operator/elsewhere"].map(
  (name) => `tests/integration/${name}.test.ts`,
);

async function interop() {
  await build();
  const { env, stop, reason } = await startInteropServer();
  if (reason) {
    say(`skipped interop: ${reason}.`);
    count.skipped += 1;
    return;
  }
  await vitest("interop", env, INTEROP);
  await stop();
}

async function browser() {
  const { path, reason } = await ensureChromium(say);
  if (!path) {
    say(`skipped browser: ${reason}.`);
    count[isAllRequired ? "failed" : "skipped"] += 1;
    return;
  }
  const startedAt = performance.now();
  const file = join(reports, "browser.json");
  const args = [tool("@playwright/test/cli.js"), "test", "--project", "browser", "--reporter=line,json"];
  const { code, text } = await run(process.execPath, args, {
    isQuiet: true,
    env: { CHROMIUM_PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const stats = readJson(file)?.stats;
  if (code !== 0 || !stats) say(text);
  count.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  count.failed += (stats?.unexpected ?? 0) + (stats && !(code !== 0 && stats.unexpected === 0) ? 0 : 1);
  count.skipped += stats?.skipped ?? 0;
  say(`${code === 0 ? "ok    " : "FAILED"} browser: ${stats?.expected ?? 0} passed (${secondsSince(startedAt)})`);
}

/** Integration and browser tests run what is built. */
async function build() {
  if (isBuildStale()) await check("build", ["scripts/build.mjs"]);
}

const stages = {
  format: () => check("format", [tool("@biomejs/biome/bin/biome"), "format", "."]),
  lint: () => check("lint", [tool("eslint/bin/eslint.js"), "."]),
  unused: () => check("lint of what nobody uses", [tool("knip/bin/knip.js")]),
  accessibility: () => check("lint of accessibility", [tool("@biomejs/biome/bin/biome"), "lint", "app"]),
  subjects: () => check("subjects of commits", ["scripts/check-subjects.mjs"]),
  types: () => check("types", [tool("typescript/bin/tsc"), "--noEmit"]),
  unit: () => vitest("unit"),
  integration: async () => {
    await build();
    const { path, reason } = await ensureNginx(say);
    // Without it vitest counts the tests behind a proxy as skipped.
    if (reason) say(`skipped the tests behind a proxy: ${reason}.`);
    if (reason && isAllRequired) count.failed += 1;
    await vitest("integration", path ? { NGINX_PATH: path } : {});
  },
  store,
  interop,
  browser: async () => {
    await build();
    await browser();
  },
};

const OF_THE_STORE = new Set(["store", "interop"]);

await ensureInstalled(say);
const wanted = Object.keys(stages).filter((name) => !only || only.has(name));
// The longest of those that read alone beside the others: each takes one core.
const besideOthers = wanted.includes("lint") ? stages.lint() : undefined;
// Integration waits as much as it works: what asks the store alone runs beside it, on what is built once.
const besideIntegration = wanted.includes("integration") ? wanted.filter((name) => OF_THE_STORE.has(name)) : [];

async function integrationAndStore() {
  await build();
  const others = async () => {
    for (const name of besideIntegration) await stages[name]();
  };
  await Promise.all([stages.integration(), others()]);
}

for (const name of wanted.filter((one) => one !== "lint" && !besideIntegration.includes(one))) {
  if (name === "unit") await besideOthers;
  await (name === "integration" ? integrationAndStore() : stages[name]());
}
await besideOthers;

process.exitCode = count.failed > 0 ? 1 : 0;
say(`all of it in ${secondsSince(begunAt)}`);
say(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ""}`);
