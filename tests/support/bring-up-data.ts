/**
 * A process that brings data up, says on standard output what it is told meanwhile, and ends; or is gone, as if the power
 * went, before its n-th write. `node <this, bundled> <options as JSON>` (bring-up-elsewhere.ts).
 */
import { bringUp } from "../../server/database/bring-up";
import { connectDatabase } from "../../server/database/connect";
import type { BringUpElsewhere } from "./bring-up-elsewhere";
import { dieBeforeWrite } from "./die-before-write";

const { killedBeforeWrite = 0, ...where } = JSON.parse(process.argv[2] ?? "") as BringUpElsewhere;

if (killedBeforeWrite > 0) dieBeforeWrite(killedBeforeWrite);
const database = await connectDatabase({ ...where, onFault: () => undefined });
await bringUp(database, { onProgress: (sentence) => void process.stdout.write(`${sentence}\n`) });
await database.close();
