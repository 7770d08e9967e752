/** `npm run bench -- [suite…]`: measures the build. */
import { checkNode, ensureBuilt, ensureChromium, ensureInstalled } from "./project.mjs";

checkNode();
const say = (text) => process.stderr.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const { path } = await ensureChromium(say);
if (path) process.env.CHROMIUM_PATH = path;
process.env.NODE_ENV ??= "production";
await import("../build/server/bench.js");
