/** `npm run test:interop`: the integration tests against an independent server; needs Java and Maven. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startInteropServer } from "../packages/embedded-store/scripts/interop-server.mjs";
import { checkNode, ensureBuilt, ensureInstalled, run, tool } from "./project.mjs";

checkNode();
const say = (text) => process.stdout.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const { env, stop, reason } = await startInteropServer();
if (reason) {
  say(`skipped interop: ${reason}.`);
  process.exit(0);
}
const file = join(mkdtempSync(join(tmpdir(), "lyt-interop-")), "interop.json");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
const files = process.argv.slice(2);
const args = [tool("vitest/vitest.mjs"), "run", "--project", "interop", ...reporters, ...files];
const { code } = await run(process.execPath, args, { env });
await stop();
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
const failed = numFailedTests + (code !== 0 && numFailedTests === 0 ? 1 : 0);
say(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = code;
