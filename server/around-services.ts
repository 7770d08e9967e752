/** What lies around every service: an entry in the audit, and an answer in time. */
import { createAudited } from "./audit/create-audited";
import type { RecordDeed } from "./audit/service";
import { auditPlan } from "./audit-plan";
import type { Database } from "./database/connect";
import { withDatabaseProblems } from "./database/database-problem";
import type { Services } from "./services";

/** What runs by itself is done by these, and has no deeds of its own. */
export type Audited = Omit<Services, "jobs">;

/** The services, with an entry before and after each deed of the plan. */
export function audited(services: Audited, record: RecordDeed): Audited {
  return {
    organisation: createAudited(services.organisation, auditPlan.organisation, record),
    accounts: createAudited(services.accounts, auditPlan.accounts, record),
    rounds: createAudited(services.rounds, auditPlan.rounds, record),
    responses: createAudited(services.responses, auditPlan.responses, record),
    readingRoom: createAudited(services.readingRoom, auditPlan.readingRoom, record),
    guessing: createAudited(services.guessing, auditPlan.guessing, record),
    releases: createAudited(services.releases, auditPlan.releases, record),
    tables: createAudited(services.tables, auditPlan.tables, record),
    exports: createAudited(services.exports, auditPlan.exports, record),
    gallery: services.gallery,
    dialogues: createAudited(services.dialogues, auditPlan.dialogues, record),
    actions: createAudited(services.actions, auditPlan.actions, record),
    feedback: createAudited(services.feedback, auditPlan.feedback, record),
    audit: createAudited(services.audit, auditPlan.audit, record),
    people: createAudited(services.people, auditPlan.people, record),
    mail: createAudited(services.mail, auditPlan.mail, record),
  };
}

/**
 * The services as requests meet them: what asks the database answers within `withinMs`, or throws a
 * `DatabaseProblem`.
 */
export function answering(database: Database, withinMs: number | undefined, services: Audited): Audited {
  const answers = { withinMs };
  return {
    organisation: withDatabaseProblems(services.organisation, database, {
      ...answers,
      // Some thousand groups at once.
      long: ["closeInstitution", "mergeInstitution", "beginSchoolYear", "tick"],
    }),
    // Hashing a password is slow on purpose.
    accounts: withDatabaseProblems(services.accounts, database, {
      ...answers,
      long: ["addUser", "setPassword", "acceptCode", "changePassword"],
    }),
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
    // Hashing is slow on purpose.
    people: withDatabaseProblems(services.people, database, { ...answers, long: ["invite"] }),
    // A slow server may take a while over each.
    mail: withDatabaseProblems(services.mail, database, { ...answers, long: ["sendDue"] }),
    audit: withDatabaseProblems(services.audit, database, { ...answers, long: ["exportCsv", "verify", "tick"] }),
  };
}
