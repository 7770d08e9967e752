/** `npm run screenshots`: takes the pictures in docs/images again. */
import { checkNode, ensureBuilt, ensureChromium, ensureInstalled, run, tool } from "./project.mjs";

checkNode();
const say = (text) => process.stdout.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const { path, reason } = await ensureChromium(say);
if (!path) {
  say(`No screenshots: ${reason}.`);
  process.exit(1);
}
const args = [tool("@playwright/test/cli.js"), "test", "--project", "screenshots"];
process.exitCode = (await run(process.execPath, args, { env: { CHROMIUM_PATH: path } })).code;
