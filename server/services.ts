/** Composition root: what the application can do, and how the parts are put together. */
import { definitions } from "#surveys/definitions/index";
import { shippedNarrations as narrations } from "#surveys/narration/shipped";
import { EPSILON_PERMILLE } from "#surveys/results/draw-table";
import { buildLibrary } from "#surveys/engine/survey-library";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { AccountService } from "./accounts/service";
import { createAccountService } from "./accounts/service";
import { createSignInThrottle } from "./accounts/throttle";
import type { ActionService } from "./actions/service";
import { createActionService } from "./actions/service";
import type { FormName } from "#surveys/paper/form";
import type { Database } from "./database/connect";
import { withDatabaseProblems } from "./database/database-problem";
import { emptyDatabase } from "./database/empty";
import type { DialogueService } from "./dialogues/service";
import { createDialogueService } from "./dialogues/service";
import type { ExportService } from "./exports/service";
import { createExportService } from "./exports/service";
import type { FeedbackService } from "./feedback/service";
import { createFeedbackService } from "./feedback/service";
import type { GalleryService } from "./gallery/service";
import { createGalleryService } from "./gallery/service";
import type { GuessingService } from "./guessing/service";
import { createGuessingService } from "./guessing/service";
import { createKeyService } from "./keys/service";
import { createUnknownNames } from "./guessing/throttle";
import { createKeyThrottle } from "./keys/throttle";
import type { Clock } from "./lib/clock";
import { hmac, newResultCode } from "./lib/ids";
import { problems } from "./lib/problem";
import type { OrganisationService } from "./organisation/service";
import type { Group } from "./organisation/contract";
import { createOrganisationService } from "./organisation/service";
import type { ReadingRoomService } from "./reading-room/service";
import { createOwnWordsKept, createReadingRoomService } from "./reading-room/service";
import type { ReleaseService } from "./releases/service";
import { createReleaseService } from "./releases/service";
import type { ResponseService } from "./responses/service";
import { createResponseService } from "./responses/service";
import type { Round } from "./rounds/contract";
import { createResultCodes } from "./rounds/find-result-codes";
import type { RoundService } from "./rounds/service";
import { createRoundService } from "./rounds/service";
import { createSealing } from "./sealing/service";
import type { Stores } from "./stores";
import { createStores, readingDeps, responseStores, roundStores } from "./stores";
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
  readonly dialogues: DialogueService;
  readonly actions: ActionService;
  readonly feedback: FeedbackService;
}

/** Services for requests, and what only the operator's command line and the demo may also use. */
export interface Application {
  readonly services: Services;
  readonly library: SurveyLibrary;
  readonly stores: Stores;
  /** Creates collections and indexes; safe to repeat. */
  prepare(): Promise<void>;
  /** Deletes everything but what processes know each other and their pepper by. */
  clear(): Promise<void>;
}

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
    organisation: withDatabaseProblems(services.organisation, database, {
      ...answers,
      // Some thousand groups at once.
      long: ["closeInstitution", "mergeInstitution", "beginSchoolYear", "tick"],
    }),
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
    dialogues: withDatabaseProblems(services.dialogues, database, answers),
    actions: withDatabaseProblems(services.actions, database, answers),
    feedback: withDatabaseProblems(services.feedback, database, { ...answers, long: ["tick"] }),
  };
}

interface ActingDeps {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly library: SurveyLibrary;
  readonly organisation: Pick<OrganisationService, "getInstitution" | "getMunicipality">;
}

/** What is done with what children said. */
function createActing({ stores, clock, library, organisation }: ActingDeps) {
  const { getInstitution, getMunicipality } = organisation;
  const { find: findRelease, listOfInstitution: listReleases } = stores.releases;
  const { insert: insertAction } = stores.actions;
  return {
    dialogues: createDialogueService({
      store: stores.dialogues,
      clock,
      library,
      getInstitution,
      findRelease,
      insertAction,
    }),
    actions: createActionService({ store: stores.actions, clock, getInstitution, listReleases }),
    feedback: createFeedbackService({
      store: stores.feedback,
      clock,
      throttle: createUnknownNames(clock, problems.result.unknown),
      resultCodes: createResultCodes(stores.resultCodes, newResultCode),
      findCode: stores.resultCodes.find,
      findRound: stores.rounds.find,
      listRoundsInStates: stores.rounds.listInStates,
      listGroups: stores.organisation.listGroups,
      findInstitution: async (id) => (await stores.organisation.listInstitutions([id]))[0],
      findRelease,
      getMunicipality,
    }),
  };
}

let shipped: SurveyLibrary | undefined;

/**
 * The surveys of this installation: made once, however many applications a process has, one for each clock. What opens an
 * application has held their texts to what was published (published-surveys.ts).
 */
const shippedLibrary = () => (shipped ??= buildLibrary(definitions, { narrations, arePublished: true }));

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
  const organisation = createOrganisationService({ store: stores.organisation, changeStore: stores.changes, clock });
  const keys = createKeyService(stores.keys, pepper);
  const findInstitution = async (id: string) => (await stores.organisation.listInstitutions([id]))[0];
  const { getMunicipality } = organisation;
  const { listGroups, listInstitutions, listAreas, findGroup, findGroupByCode } = stores.organisation;
  const places = { listGroups, listInstitutions, listAreas, findInstitution, getMunicipality };
  const facts = { ...places, findRound: stores.rounds.find, ...factsOf(library) };
  const keyThrottle = createKeyThrottle(clock);
  const responses = createResponseService({
    ...responseStores(stores),
    keys,
    throttle: keyThrottle,
    library,
    clock,
    sign: (text) => hmac(pepper, text),
    ...facts,
    findResultCode: createResultCodes(stores.resultCodes, newResultCode).find,
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
    guessing: createGuessingService({ throttle: keyThrottle, findGroup, findGroupByCode, findInstitution }),
    exports: createExportService({ getRelease: releases.getRelease, getMunicipality }),
    gallery: createGalleryService({ library, isOpen: isGalleryOpen }),
    ...createActing({ stores, clock, library, organisation }),
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
