/** `npm start`: installs and builds when needed, then is the server. A signal ends all of it, at any time. */
import { checkNode, ensureBuilt, ensureInstalled } from "./project.mjs";
import { endWithChildren, endWithParent } from "./signals.mjs";

checkNode();
endWithParent(Number(process.env.STARTED_BY));
const leaveSignals = endWithChildren();
const say = (text) => process.stdout.write(`${text}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
process.env.NODE_ENV ??= "production";
await import("../build/server/start.js");
// The server has its own way of ending from here on.
leaveSignals();
