/** Composition root: what the application can do, and how the parts are put together. */
import { definitions } from "#surveys/definitions/index";
import { shippedNarrations as narrations } from "#surveys/narration/shipped";
import { EPSILON_PERMILLE } from "#surveys/results/draw-table";
import { buildLibrary } from "#surveys/engine/survey-library";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { AccountService } from "./accounts/service";
import { createAccountService } from "./accounts/service";
import { createAccountStore } from "./accounts/store";
import { createSignInThrottle } from "./accounts/throttle";
import type { FormName } from "#surveys/paper/form";
import type { Database } from "./database/connect";
import { withDatabaseProblems } from "./database/database-problem";
import { emptyDatabase } from "./database/empty";
import type { ExportService } from "./exports/service";
import { createExportService } from "./exports/service";
import type { GalleryService } from "./gallery/service";
import { createGalleryService } from "./gallery/service";
import type { GuessingService } from "./guessing/service";
import { createGuessingService } from "./guessing/service";
import { createKeyService } from "./keys/service";
import { createKeyStore } from "./keys/store";
import { createKeyThrottle } from "./keys/throttle";
import type { Clock } from "./lib/clock";
import { hmac, newResultCode } from "./lib/ids";
import type { OrganisationService } from "./organisation/service";
import type { Group } from "./organisation/contract";
import { createOrganisationService } from "./organisation/service";
import { createOrganisationStore } from "./organisation/store";
import { createQuotationStore } from "./reading-room/quotation-store";
import type { ReadingRoomService } from "./reading-room/service";
import { createOwnWordsKept, createReadingRoomService } from "./reading-room/service";
import { createWritingStore } from "./reading-room/store";
import type { ReleaseService } from "./releases/service";
import { createReleaseService } from "./releases/service";
import { createReleaseStore } from "./releases/store";
import type { ResponseService } from "./responses/service";
import { createResponseService } from "./responses/service";
import { createResponseStore } from "./responses/store";
import { createTallyStore } from "./responses/tally-store";
import type { Round } from "./rounds/contract";
import { createResultCodes } from "./rounds/find-result-codes";
import { createResultCodeStore } from "./rounds/result-code-store";
import type { RoundService } from "./rounds/service";
import { createRoundService } from "./rounds/service";
import { createRoundStore } from "./rounds/store";
import { createSealing } from "./sealing/service";
import { createTableStore } from "./sealing/store";
import type { TablesService } from "./tables/service";
import { createTablesService } from "./tables/service";

export interface Services {
  readonly organisation: OrganisationService;
  readonly accounts: AccountService;
  readonly rounds: RoundService;
  readonly responses: ResponseService;
  readonly readingRoom: ReadingRoomService;
  readonly guessing: GuessingService;
  readonly releases: ReleaseService;
  readonly tables: TablesService;
  readonly exports: ExportService;
  readonly gallery: GalleryService;
}

/** Services for requests, and what only the operator's command line and the demo may also use. */
export interface Application {
  readonly services: Services;
  readonly library: SurveyLibrary;
  readonly stores: ReturnType<typeof createStores>;
  /** Creates collections and indexes; safe to repeat. */
  prepare(): Promise<void>;
  /** Deletes everything but what processes know each other and their pepper by. */
  clear(): Promise<void>;
}

function createStores(database: Database) {
  return {
    organisation: createOrganisationStore(database.main),
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
  };
}

/** What rounds ask of the stores. */
const roundStores = (stores: ReturnType<typeof createStores>) => ({
  store: stores.rounds,
  resultCodes: createResultCodes(stores.resultCodes, newResultCode),
  listPeople: stores.accounts.listPeople,
  listPeopleNamed: stores.accounts.listPeopleNamed,
  countHeard: stores.responses.countByInstitution,
});

/** What intake asks of the stores. */
const responseStores = (stores: ReturnType<typeof createStores>) => ({
  store: stores.responses,
  writings: stores.writings,
  tallies: stores.tallies,
  findRound: stores.rounds.find,
  listOpenRounds: () => stores.rounds.listInStates(["open"]),
  findGroup: stores.organisation.findGroup,
  findGroupByCode: stores.organisation.findGroupByCode,
});

/** What the reading room asks of the stores. */
const readingDeps = (stores: ReturnType<typeof createStores>) => ({
  store: stores.writings,
  quotations: stores.quotations,
  listPeople: stores.accounts.listPeople,
  listRounds: stores.rounds.listThese,
  listRoundsReadBy: stores.rounds.listReadBy,
  listGroups: stores.organisation.listGroups,
  listInstitutions: stores.organisation.listInstitutions,
});

/** What sealing and rounds know of surveys. */
const factsOf = (library: SurveyLibrary) => ({
  languages: ({ survey, surveyVersion }: Round, form: FormName) => library.languages(survey, surveyVersion, form),
  scoringKey: ({ survey, surveyVersion }: Round, form: FormName) => library.scoringKey(survey, surveyVersion, form),
  questionsOf: ({ survey, surveyVersion }: Round, { band }: Group) =>
    library.scoringKey(survey, surveyVersion, band).items.map(({ name }) => name),
  hasForm: ({ survey, surveyVersion }: Round, { band }: Pick<Group, "band">) =>
    library.find(survey, surveyVersion)?.forms[band] !== undefined,
  unreviewedLanguages: library.unreviewedLanguages,
  findings: library.findings,
  isSensitive: library.isSensitive,
  takesOwnWords: library.takesOwnWords,
});

/**
 * The services as requests meet them: what asks the database answers within `withinMs`, or throws a
 * `DatabaseProblem`.
 */
function answering(database: Database, withinMs: number | undefined, services: Services): Services {
  const answers = { withinMs };
  return {
    organisation: withDatabaseProblems(services.organisation, database, answers),
    // Hashing a password is slow on purpose.
    accounts: withDatabaseProblems(services.accounts, database, { ...answers, long: ["addUser", "setPassword"] }),
    rounds: withDatabaseProblems(services.rounds, database, { ...answers, long: ["seal", "tick"] }),
    responses: withDatabaseProblems(services.responses, database, answers),
    readingRoom: withDatabaseProblems(services.readingRoom, database, {
      ...answers,
      long: ["act", "takeBack", "tick"],
    }),
    guessing: withDatabaseProblems(services.guessing, database, answers),
    releases: withDatabaseProblems(services.releases, database, { ...answers, long: ["verify"] }),
    tables: withDatabaseProblems(services.tables, database, { long: ["getFile", "importFile", "verify"] }),
    // Written one after the other, however long that takes; what they ask of the database is little.
    exports: withDatabaseProblems(services.exports, database, { long: ["getFiles"] }),
    gallery: services.gallery,
  };
}

let shipped: SurveyLibrary | undefined;

/** The surveys of this installation: made once, however many applications a process has, one for each clock. */
const shippedLibrary = () => (shipped ??= buildLibrary(definitions, { narrations }));

interface ApplicationOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly pepper: string;
  /** The gallery is open to whoever comes: on a developer's machine. */
  readonly isGalleryOpen?: boolean;
  /** How long a service's method waits for the database. */
  readonly answersWithinMs?: number;
  /** Other surveys than those of this installation. */
  readonly library?: SurveyLibrary;
}

/** Throws with file, path and reason when a survey definition is wrong. */
export function createApplication({
  database,
  clock,
  pepper,
  isGalleryOpen = false,
  answersWithinMs,
  library = shippedLibrary(),
}: ApplicationOptions): Application {
  const stores = createStores(database);
  const organisation = createOrganisationService(stores.organisation);
  const keys = createKeyService(stores.keys, pepper);
  const findInstitution = async (id: string) => (await stores.organisation.listInstitutions([id]))[0];
  const { getMunicipality } = organisation;
  const { listGroups, listInstitutions, listAreas } = stores.organisation;
  const facts = { listGroups, listInstitutions, listAreas, findRound: stores.rounds.find, ...factsOf(library) };
  const keyThrottle = createKeyThrottle(clock);
  const responses = createResponseService({
    ...responseStores(stores),
    keys,
    throttle: keyThrottle,
    library,
    clock,
    sign: (text) => hmac(pepper, text),
    findInstitution,
    getMunicipality,
  });
  const reading = { ...readingDeps(stores), library, clock, forgetDeleted: database.forgetDeleted };
  const ownWords = createOwnWordsKept(reading);
  const releases = createReleaseService({
    store: stores.releases,
    library,
    clock,
    listRounds: stores.rounds.listOfInstitution,
    ...facts,
    listTables: stores.tables.listTables,
    getInstitution: organisation.getInstitution,
    getMunicipality,
    ownWords,
  });
  const sealing = createSealing({
    keys,
    responses,
    releases,
    ownWords,
    clock,
    moveRound: (id, from, to, dates) => stores.rounds.move(id, [from], to, dates),
    store: stores.responses,
    tallies: stores.tallies,
    tables: stores.tables,
    ...facts,
    epsilonPermille: async () => (await getMunicipality()).epsilonPermille ?? EPSILON_PERMILLE,
    forgetDeleted: database.forgetDeleted,
  });
  const rounds = createRoundService({
    ...roundStores(stores),
    keys,
    sealing,
    clock,
    ...facts,
    sweep: responses.sweep,
  });
  const services = answering(database, answersWithinMs, {
    organisation,
    rounds,
    responses,
    readingRoom: createReadingRoomService(reading),
    releases,
    tables: createTablesService({ ...facts, tables: stores.tables, store: stores.responses, sealing }),
    accounts: createAccountService({ store: stores.accounts, throttle: createSignInThrottle(clock), clock }),
    guessing: createGuessingService({
      throttle: keyThrottle,
      findGroup: stores.organisation.findGroup,
      findGroupByCode: stores.organisation.findGroupByCode,
      findInstitution,
    }),
    exports: createExportService({ getRelease: releases.getRelease, getMunicipality }),
    gallery: createGalleryService({ library, isOpen: isGalleryOpen }),
  });
  const prepare = async () => {
    for (const store of Object.values(stores)) await store.prepare();
  };
  return {
    services,
    library,
    stores,
    prepare,
    clear: async () => {
      await emptyDatabase(database);
      await prepare();
    },
  };
}
