/** What the audit keeps of every method of every service: the compiler asks for a line where one is missing. */
import type { Actor } from "./accounts/contract";
import type { PlanOf } from "./audit/create-audited";
import type { Deed, Subject } from "./audit/contract";
import { HOLDER } from "./audit/rules";
import type { HasHappened } from "./audit/tick-audit";
import { sha256 } from "./lib/ids";
import type { Audited } from "./around-services";
import type { Stores } from "./stores";

const of =
  (kind: string) =>
  (_actor: unknown, id: string): Subject => ({ kind, id });
const ownOf = (actor: Actor): Subject => ({ kind: "user", id: actor.kind === "user" ? actor.id : "" });
const MUNICIPALITY: Subject = { kind: "municipality", id: "municipality" };

/** As it is typed in, before anybody has looked at it. */
const idIn = (input: unknown): string =>
  typeof input === "object" && input !== null && "id" in input && typeof input.id === "string"
    ? input.id.slice(0, 64)
    : "";

const atFirst = (_actor: unknown, id: string): string => id;

interface Place {
  readonly institutionId: string;
  readonly roundId: string;
}
const roundOf = (_actor: unknown, { roundId }: Place): Subject => ({ kind: "round", id: roundId });
const placeOf = (_actor: unknown, { institutionId }: Place): string => institutionId;

export const auditPlan: { readonly [Name in keyof Audited]: PlanOf<Audited[Name]> } = {
  organisation: {
    getMunicipality: "free",
    setVoiceOrder: { verb: "municipality.change", subject: () => MUNICIPALITY },
    listInstitutions: "free",
    getInstitution: "free",
    getInstitutionsPage: "free",
    getInstitutionPage: "free",
    addArea: { verb: "organisation.addArea", subject: (_actor, { id }) => ({ kind: "area", id }) },
    addInstitution: { verb: "organisation.add", subject: (_actor, { id }) => ({ kind: "institution", id }) },
    changeInstitution: { verb: "organisation.change", subject: of("institution"), institution: atFirst },
    addGroup: { verb: "organisation.addGroup", subject: of("institution"), institution: atFirst },
    changeGroup: { verb: "organisation.changeGroup", subject: of("institution"), institution: atFirst },
    closeGroup: { verb: "organisation.closeGroup", subject: of("institution"), institution: atFirst },
    closeInstitution: { verb: "organisation.close", subject: of("institution"), institution: atFirst },
    mergeInstitution: { verb: "organisation.merge", subject: of("institution"), institution: atFirst },
    getSchoolYearPage: "free",
    getNextYearPage: "free",
    changeNextYear: { verb: "organisation.changeNextYear", subject: of("institution"), institution: atFirst },
    beginSchoolYear: {
      verb: "organisation.beginSchoolYear",
      subject: (_actor, { year }) => ({ kind: "year", id: String(year) }),
    },
    allowImport: "free",
    takeImportStep: { verb: "organisation.import", subject: (_actor, { id }) => ({ kind: "import", id }) },
    dropPreparing: { verb: "organisation.drop", subject: of("import") },
    tick: "free",
  },
  accounts: {
    signIn: "within",
    findActor: "free",
    signOut: "within",
    addUser: "within",
    setPassword: "within",
    acceptCode: "within",
    // Whoever asks has no account that we know of.
    forgotPassword: { by: HOLDER, verb: "account.forgotten", subject: () => MUNICIPALITY },
    changePassword: { verb: "account.password", subject: ownOf },
    listSessions: { verb: "account.sessions", subject: ownOf },
    endOtherSessions: { verb: "session.end", subject: ownOf },
  },
  people: {
    listPeople: { verb: "account.list", subject: () => MUNICIPALITY },
    listReachable: "free",
    getPerson: { verb: "account.read", subject: of("user") },
    invite: { verb: "account.invite", subject: () => MUNICIPALITY },
    changePerson: { verb: "account.change", subject: of("user") },
    suspend: { verb: "account.suspend", subject: of("user") },
    resume: { verb: "account.resume", subject: of("user") },
    renewCode: { verb: "account.renew", subject: of("user") },
    remove: { verb: "account.remove", subject: of("user") },
  },
  rounds: {
    listOverviews: "free",
    getOverview: "free",
    create: { verb: "round.create", subject: (_actor, input) => ({ kind: "round", id: idIn(input) }) },
    open: { verb: "round.open", subject: of("round") },
    close: { verb: "round.close", subject: of("round") },
    seal: { verb: "round.seal", subject: of("round") },
    issueKeys: { verb: "key.issue", subject: (_actor, id, group) => ({ kind: "group", id: `${id}/${group}` }) },
    tick: "within",
  },
  // Answers leave no entry.
  responses: { openKey: "free", openGroup: "free", submit: "free", sweep: "free" },
  readingRoom: {
    getQueue: "free",
    getWriting: { verb: "writing.read", subject: of("writing") },
    act: { verb: (_actor, _id, act) => `writing.${act.do}`, subject: of("writing") },
    takeBack: { verb: "quotation.withdraw", subject: of("quotation") },
    listBacklog: "free",
    tick: "within",
  },
  guessing: { listPausedDoors: "free", reopenDoor: { verb: "door.reopen", subject: of("group") } },
  releases: { getPage: "free", getRelease: "free", publish: "free", verify: "free" },
  tables: {
    getFile: { verb: "release.export", subject: of("round") },
    importFile: {
      verb: "release.import",
      subject: (_actor, _text, expected = "") => ({ kind: "round", id: expected }),
    },
    verify: "free",
  },
  exports: { getFiles: { verb: "release.export", subject: roundOf, institution: placeOf } },
  gallery: { get: "free", allow: "free", tryForm: "free" },
  dialogues: {
    getPage: "free",
    open: { verb: "dialogue.open", subject: roundOf, institution: placeOf },
    end: { verb: "dialogue.end", subject: (_actor, _asked, id) => ({ kind: "dialogue", id }), institution: placeOf },
    getBoard: "free",
    propose: {
      by: HOLDER,
      verb: "dialogue.propose",
      subject: (token) => ({ kind: "dialogue", id: sha256(token) }),
    },
    tick: "free",
  },
  actions: {
    list: "free",
    add: {
      verb: "action.write",
      subject: (_actor, _institution, { id }) => ({ kind: "action", id }),
      institution: (_actor, id) => id,
    },
    change: {
      verb: "action.write",
      subject: (_actor, _institution, { id }) => ({ kind: "action", id }),
      institution: (_actor, id) => id,
    },
  },
  feedback: {
    getPage: "free",
    saveDraft: { verb: "feedback.write", subject: roundOf, institution: placeOf },
    publish: { verb: "feedback.publish", subject: roundOf, institution: placeOf },
    publishFollowUp: { verb: "feedback.followUp", subject: roundOf, institution: placeOf },
    findOwed: "free",
    getPoster: "free",
    getForChildren: "free",
    listOwed: "free",
    tick: "within",
  },
  mail: {
    enqueue: "within",
    sendDue: "free",
    list: { verb: "mail.read", subject: () => MUNICIPALITY },
    retry: { verb: "mail.retry", subject: of("mail") },
    test: { verb: "mail.test", subject: () => MUNICIPALITY },
  },
  audit: {
    list: { verb: "audit.read", subject: () => MUNICIPALITY },
    exportCsv: { verb: "audit.export", subject: () => MUNICIPALITY },
    verify: "free",
    tick: "free",
  },
};

/** What records tell of a deed that was begun and never answered. */
export function hasHappenedBy({ rounds, writings }: Stores): HasHappened {
  const inStates =
    (...states: readonly string[]) =>
    async ({ subject }: Deed) => {
      const round = await rounds.find(subject.id);
      return round !== null && states.includes(round.state);
    };
  const isRead = async ({ subject }: Deed) => {
    const writing = await writings.find(subject.id);
    return writing === null || writing.state !== "waiting";
  };
  const byVerb: Readonly<Record<string, HasHappened>> = {
    "round.create": inStates("draft", "open", "closed", "sealing", "sealed"),
    "round.open": inStates("open", "closed", "sealing", "sealed"),
    "round.close": inStates("closed", "sealing", "sealed"),
    "round.seal": inStates("sealing", "sealed"),
    "writing.fine": isRead,
    "writing.worry": isRead,
    "writing.quote": isRead,
  };
  return async (deed) => byVerb[deed.verb]?.(deed);
}
