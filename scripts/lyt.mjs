/** `npm run lyt -- <command>`: the operator's command line, installed and built when needed. */
import { checkNode, ensureBuilt, ensureInstalled } from "./project.mjs";

checkNode();
const say = (text) => process.stderr.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
await import("../build/server/lyt.js");
