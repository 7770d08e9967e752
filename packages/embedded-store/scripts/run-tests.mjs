/**
 * Runs the store's tests, then its cases against the independent server. The short form takes the quick files and every
 * tenth case; it is enough while `isProven()`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startInteropServer } from "./interop-server.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Looked for when it is needed: whoever imports this may have to install it first. */
const vitestPath = () => fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));

/** Resolves with the runner's own count; what failed is printed. */
function vitest(args, env) {
  const report = join(mkdtempSync(join(tmpdir(), "store-report-")), "report.json");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vitestPath(), "run", "--project", "store", ...reporters, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
    child.once("close", (code) => {
      if (code !== 0) process.stdout.write(text);
      resolve(countOf(report, code));
    });
  });
}

function countOf(report, code) {
  try {
    const {
      numPassedTests: passed,
      numFailedTests,
      numPendingTests: skipped,
    } = JSON.parse(readFileSync(report, "utf8"));
    return { passed, failed: numFailedTests + (code !== 0 && numFailedTests === 0 ? 1 : 0), skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** `say` is told a line a part. Resolves with `{ passed, failed, skipped, isWhole }`: whole, if nothing was left out. */
export async function runTests({ isShort, say }) {
  const count = { passed: 0, failed: 0, skipped: 0, isWhole: !isShort };
  const part = async (name, args, env) => {
    const startedAt = performance.now();
    const one = await vitest(args, { ...(isShort ? { STORE_SHORT: "1" } : {}), ...env });
    for (const field of ["passed", "failed", "skipped"]) count[field] += one[field];
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    say(`${one.failed === 0 ? "ok    " : "FAILED"} ${name}: ${one.passed} passed (${seconds} s)`);
  };
  await part(isShort ? "store, short" : "store", [], { MONGODB_URL: "" });
  const { env, stop, reason } = await startInteropServer();
  if (reason) {
    say(`skipped the store's cases against an independent server: ${reason}.`);
    return { ...count, skipped: count.skipped + 1, isWhole: false };
  }
  await part("store's cases, independent server", ["tests/cases.test.ts"], env).finally(stop);
  return count;
}
