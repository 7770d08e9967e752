/** Composition root: what the application can do, and how the parts are put together. */
import { definitions } from "#surveys/definitions/index";
import { shippedNarrations as narrations } from "#surveys/narration/shipped";
import { buildLibrary } from "#surveys/engine/survey-library";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { PeopleService } from "./accounts/create-people";
import { createPeople } from "./accounts/create-people";
import type { AccountService } from "./accounts/service";
import { createAccountService } from "./accounts/service";
import { createCodeThrottle, createSignInThrottle } from "./accounts/throttle";
import type { ActionService } from "./actions/service";
import { createActing } from "./acting-services";
import type { Audited } from "./around-services";
import { answering, audited } from "./around-services";
import type { Audit, AuditService } from "./audit/service";
import { createAudit } from "./audit/service";
import { hasHappenedBy } from "./audit-plan";
import type { Database } from "./database/connect";
import { createHearing } from "./hearing-services";
import { emptyDatabase } from "./database/empty";
import type { DialogueService } from "./dialogues/service";
import type { ExportService } from "./exports/service";
import { createExportService, toCsv } from "./exports/service";
import type { FeedbackService } from "./feedback/service";
import type { GalleryService } from "./gallery/service";
import { createGalleryService } from "./gallery/service";
import type { GuessingService } from "./guessing/service";
import { dueJobs } from "./due-jobs";
import { isSurelyGone, processMark } from "./database/claims";
import type { JobDeps, JobService } from "./jobs/service";
import { createJobService } from "./jobs/service";
import type { JobStore } from "./jobs/store";
import type { Clock } from "./lib/clock";
import type { Settings } from "./lib/env";
import { createSend } from "./mail/send-smtp";
import type { MailService } from "./mail/service";
import { createMailService } from "./mail/service";
import type { OrganisationService } from "./organisation/service";
import { createOrganisationService } from "./organisation/service";
import type { ReadingRoomService } from "./reading-room/service";
import type { ReleaseService } from "./releases/service";
import type { ResponseService } from "./responses/service";
import type { RoundService } from "./rounds/service";
import type { Stores } from "./stores";
import { createStores } from "./stores";
import type { TablesService } from "./tables/service";

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
  readonly audit: AuditService;
  readonly jobs: JobService;
  readonly mail: MailService;
  readonly people: PeopleService;
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

interface AccountDeps extends Pick<Audit, "record"> {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly sendMail: MailService["enqueue"];
}

const createPeopleService = ({ stores, clock, record, sendMail }: AccountDeps): PeopleService =>
  createPeople({
    store: stores.accounts,
    clock,
    record,
    sendMail,
    replaceEditor: stores.rounds.replaceEditor,
    listInstitutions: stores.organisation.listInstitutions,
    listAreas: stores.organisation.listAreas,
  });

const createAccounts = ({ stores, clock, record, sendMail }: AccountDeps): AccountService =>
  createAccountService({
    store: stores.accounts,
    throttle: createSignInThrottle(clock),
    codes: createCodeThrottle(clock),
    clock,
    record,
    sendMail,
    async listInstitutionsIn(areaIds) {
      const all = await stores.organisation.listInstitutions();
      return all.filter(({ areaId }) => areaIds.includes(areaId)).map(({ id }) => id);
    },
  });

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
  /** Told why something that runs by itself did not come to its end. */
  readonly onJobFault?: JobDeps["onFault"];
  /** The server to send mail by, and whom it comes from. */
  readonly smtp?: Settings["smtp"];
}

interface JobOptions {
  readonly clock: Clock;
  readonly services: Audited;
  readonly onJobFault: JobDeps["onFault"];
}

const createJobs = (store: JobStore, { clock, services, onJobFault }: JobOptions): JobService =>
  createJobService({ store, clock, jobs: dueJobs(services), mark: processMark, isSurelyGone, onFault: onJobFault });

/** Throws with file, path and reason when a survey definition is wrong. */
export function createApplication({
  database,
  clock,
  pepper,
  isGalleryOpen = false,
  answersWithinMs,
  library = shippedLibrary(),
  onJobFault = () => undefined,
  smtp,
}: ApplicationOptions): Application {
  const stores = createStores(database);
  const audit = createAudit({
    store: stores.audit,
    clock,
    listPeople: stores.accounts.listPeople,
    listAllPeople: stores.accounts.listAllPeople,
    listInstitutions: stores.organisation.listInstitutions,
    hasHappened: hasHappenedBy(stores),
    toCsv,
  });
  const { record } = audit;
  const organisation = createOrganisationService({ store: stores.organisation, changeStore: stores.changes, clock });
  const deps = { stores, clock, record, library, organisation };
  const hearing = createHearing({ ...deps, pepper, forgetDeleted: database.forgetDeleted });
  const mail = createMailService({ store: stores.mail, clock, ...(smtp && { send: createSend(smtp) }) });
  const { getRelease } = hearing.releases;
  const services: Audited = {
    organisation,
    ...hearing,
    ...createActing(deps),
    accounts: createAccounts({ ...deps, sendMail: mail.enqueue }),
    people: createPeopleService({ ...deps, sendMail: mail.enqueue }),
    exports: createExportService({ getRelease, getMunicipality: organisation.getMunicipality }),
    gallery: createGalleryService({ library, isOpen: isGalleryOpen }),
    audit: audit.service,
    mail,
  };
  const around = answering(database, answersWithinMs, audited(services, record));
  const prepare = async () => {
    for (const store of Object.values(stores)) await store.prepare();
  };
  return {
    services: { ...around, jobs: createJobs(stores.jobs, { clock, services: around, onJobFault }) },
    library,
    stores,
    prepare,
    clear: async () => {
      await emptyDatabase(database);
      await prepare();
    },
  };
}
