/** Every store of the application on its database, and what each capability asks of the others'. */
import type { Database } from "./database/connect";
import { newResultCode } from "./lib/ids";
import { createResultCodes } from "./rounds/find-result-codes";
import { createAccountStore } from "./accounts/store";
import { createAuditStore } from "./audit/store";
import { createActionStore } from "./actions/store";
import { createDialogueStore } from "./dialogues/store";
import { createFeedbackStore } from "./feedback/store";
import { createJobStore } from "./jobs/store";
import { createKeyStore } from "./keys/store";
import { createChangeStore } from "./organisation/change-store";
import { createOrganisationStore } from "./organisation/store";
import { createQuotationStore } from "./reading-room/quotation-store";
import { createWritingStore } from "./reading-room/store";
import { createMailStore } from "./mail/store";
import { createReleaseStore } from "./releases/store";
import { createResponseStore } from "./responses/store";
import { createTallyStore } from "./responses/tally-store";
import { createResultCodeStore } from "./rounds/result-code-store";
import { createRoundStore } from "./rounds/store";
import { createTableStore } from "./sealing/store";

export function createStores(database: Database) {
  return {
    organisation: createOrganisationStore(database.main),
    changes: createChangeStore(database.main),
    accounts: createAccountStore(database.main),
    rounds: createRoundStore(database.main),
    resultCodes: createResultCodeStore(database.main),
    keys: createKeyStore(database.main, database.secrets),
    responses: createResponseStore(database.main),
    writings: createWritingStore(database.main),
    quotations: createQuotationStore(database.main),
    tallies: createTallyStore(database.main),
    releases: createReleaseStore(database.main),
    tables: createTableStore(database.main, database.secrets),
    dialogues: createDialogueStore(database.main),
    actions: createActionStore(database.main),
    feedback: createFeedbackStore(database.main),
    jobs: createJobStore(database.main),
    mail: createMailStore(database.main),
    audit: createAuditStore(database.main, database.secrets),
  };
}

export type Stores = ReturnType<typeof createStores>;

/** What rounds ask of the stores. */
export const roundStores = (stores: Stores) => ({
  store: stores.rounds,
  resultCodes: createResultCodes(stores.resultCodes, newResultCode),
  listPeople: stores.accounts.listPeople,
  listPeopleNamed: stores.accounts.listPeopleNamed,
  countHeard: stores.responses.countByInstitution,
});

/** What intake asks of the stores. */
export const responseStores = (stores: Stores) => ({
  store: stores.responses,
  writings: stores.writings,
  tallies: stores.tallies,
  findRound: stores.rounds.find,
  listOpenRounds: () => stores.rounds.listInStates(["open"]),
  findGroup: stores.organisation.findGroup,
  findGroupByCode: stores.organisation.findGroupByCode,
});

/** What the reading room asks of the stores. */
export const readingDeps = (stores: Stores) => ({
  store: stores.writings,
  quotations: stores.quotations,
  listPeople: stores.accounts.listPeople,
  listRounds: stores.rounds.listThese,
  listRoundsReadBy: stores.rounds.listReadBy,
  listGroups: stores.organisation.listGroups,
  listInstitutions: stores.organisation.listInstitutions,
});
