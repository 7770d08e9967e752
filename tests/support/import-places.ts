/** A process that imports places and ends; or is gone before its n-th write. `node <this, bundled> <options as JSON>`. */
import { connectDatabase } from "../../server/database/connect";
import { systemClock } from "../../server/lib/clock";
import { createChangeStore } from "../../server/organisation/change-store";
import { createOrganisationService } from "../../server/organisation/service";
import { createOrganisationStore } from "../../server/organisation/store";
import type { BringUpElsewhere } from "./bring-up-elsewhere";
import { dieBeforeWrite } from "./die-before-write";
import { SECOND_ROWS, runImport } from "./made-import";

const { killedBeforeWrite = 0, ...where } = JSON.parse(process.argv[2] ?? "") as BringUpElsewhere;

const database = await connectDatabase({ ...where, onFault: () => undefined });
const organisation = createOrganisationService({
  store: createOrganisationStore(database.main),
  changeStore: createChangeStore(database.main),
  clock: systemClock,
});
if (killedBeforeWrite > 0) dieBeforeWrite(killedBeforeWrite);
await runImport(organisation, "e".repeat(32), SECOND_ROWS);
await database.close();
