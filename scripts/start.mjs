/** `npm start`: installs and builds when needed, then is the server. */
import { checkNode, ensureBuilt, ensureInstalled } from "./project.mjs";

checkNode();
const say = (text) => process.stdout.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
process.env.NODE_ENV ??= "production";
await import("../build/server/start.js");
