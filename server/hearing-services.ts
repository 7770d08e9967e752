/** How children are heard: keys, answers, rounds, sealing, what is computed of it, and what they wrote. */
import { EPSILON_PERMILLE } from "#surveys/results/draw-table";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { FormName } from "#surveys/paper/form";
import type { RecordDeed } from "./audit/service";
import type { Database } from "./database/connect";
import { createGuessingService } from "./guessing/service";
import { createKeyService } from "./keys/service";
import { createKeyThrottle } from "./keys/throttle";
import type { Clock } from "./lib/clock";
import { hmac, newResultCode } from "./lib/ids";
import type { Group } from "./organisation/contract";
import type { OrganisationService } from "./organisation/service";
import { createOwnWordsKept, createReadingRoomService } from "./reading-room/service";
import { createReleaseService } from "./releases/service";
import { createResponseService } from "./responses/service";
import type { Round } from "./rounds/contract";
import { createResultCodes } from "./rounds/find-result-codes";
import { createRoundService } from "./rounds/service";
import { createSealing } from "./sealing/service";
import type { Stores } from "./stores";
import { readingDeps, responseStores, roundStores } from "./stores";
import { createTablesService } from "./tables/service";

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

interface HearingDeps {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly record: RecordDeed;
  readonly library: SurveyLibrary;
  readonly organisation: OrganisationService;
  readonly pepper: string;
  readonly forgetDeleted: Database["forgetDeleted"];
}

/** What is known of places, rounds and surveys. */
function factsFrom({ stores, library, organisation }: Pick<HearingDeps, "stores" | "library" | "organisation">) {
  const { listGroups, listInstitutions, listAreas } = stores.organisation;
  const findInstitution = async (id: string) => (await listInstitutions([id]))[0];
  const { getMunicipality } = organisation;
  const places = { listGroups, listInstitutions, listAreas, findInstitution, getMunicipality };
  return { ...places, findRound: stores.rounds.find, ...factsOf(library) };
}

export function createHearing({ stores, clock, record, library, organisation, pepper, forgetDeleted }: HearingDeps) {
  const facts = factsFrom({ stores, library, organisation });
  const { getMunicipality, findInstitution } = facts;
  const keys = createKeyService(stores.keys, pepper);
  const throttle = createKeyThrottle(clock);
  const { findGroup, findGroupByCode } = stores.organisation;
  const responses = createResponseService({
    ...responseStores(stores),
    keys,
    throttle,
    library,
    clock,
    sign: (text) => hmac(pepper, text),
    ...facts,
    findResultCode: createResultCodes(stores.resultCodes, newResultCode).find,
  });
  const reading = { ...readingDeps(stores), library, clock, record, forgetDeleted };
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
    forgetDeleted,
  });
  const sweep = responses.sweep;
  return {
    responses,
    releases,
    rounds: createRoundService({ ...roundStores(stores), keys, sealing, clock, ...facts, sweep, record }),
    readingRoom: createReadingRoomService(reading),
    tables: createTablesService({ ...facts, tables: stores.tables, store: stores.responses, sealing }),
    guessing: createGuessingService({ throttle, findGroup, findGroupByCode, findInstitution }),
  };
}
