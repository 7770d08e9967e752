/**
 * What a service throws to be answered with a status and a code. A Problem is recognised by shape, because Remix
 * bundles a copy of this module. Codes are unique and never reused (tests/unit/server/lib/problem.test.ts keeps that true).
 */
export interface Problem {
  readonly isProblem: true;
  /** HTTP status. */
  readonly status: number;
  /** `noun.reason`, stable for clients. */
  readonly code: string;
  /** One English sentence for developers; screens have their own words by code. */
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

const make =
  (status: number, code: string, message: string, retryAfterSeconds?: number) =>
  (detail?: string): Problem => ({
    isProblem: true,
    status,
    code,
    message: detail ? `${message} ${detail}` : message,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

export const problems = {
  request: {
    malformed: make(400, "request.malformed", "The request is not what this address expects."),
    lengthNeeded: make(411, "request.lengthNeeded", "Say in Content-Length how long the request is."),
    tooLarge: make(413, "request.tooLarge", "The request is larger than what is read at this address."),
    wrongType: make(415, "request.wrongType", "The request has a content type that is not read here."),
    notFound: make(404, "request.notFound", "There is nothing at this address."),
    notAllowed: make(405, "request.notAllowed", "This cannot be asked for with this method."),
    notAcceptable: make(406, "request.notAcceptable", "The file is in none of the encodings asked for."),
    crossSite: make(403, "request.crossSite", "The request came from another site."),
    tooMany: (retryAfterSeconds = 15 * 60): Problem =>
      make(429, "request.tooMany", "Too many attempts; wait a little.", retryAfterSeconds)(),
  },
  database: {
    away: make(503, "database.away", "The database does not answer.", 5),
  },
  key: {
    malformed: make(400, "key.malformed", "This is not a key."),
    /** Unknown, expired and withdrawn keys get this same answer, in the same time. */
    unknown: make(404, "key.unknown", "There is no such key."),
    used: make(409, "key.used", "The key has been used."),
    /** Letters and cards still open. */
    picturesPaused: (retryAfterSeconds = 15 * 60): Problem =>
      make(429, "key.picturesPaused", "Too many wrong pictures at this group's door.", retryAfterSeconds)(),
  },
  round: {
    notFound: make(404, "round.notFound", "There is no such round."),
    closed: make(404, "round.closed", "No round of this group is open at this moment."),
    sealed: make(410, "round.sealed", "The round is sealed and takes no more answers."),
    wrongState: make(409, "round.wrongState", "The round is not in a state for this."),
    inDoubt: make(
      409,
      "round.inDoubt",
      "The secrets of this round are lost: it may have been sealed before, and counted twice it would tell more than was promised. With a file of its tables `lyt release import <file>` takes what was told then; if no result of it was ever read, `lyt round seal <id> --nothing-was-read` goes on.",
    ),
    notInDoubt: make(
      409,
      "round.notInDoubt",
      "The round needs no tables from outside: it is sealed, or its own are here and `lyt round seal <id>` goes on.",
    ),
    inGrace: make(409, "round.inGrace", "Answers may still be on their way; accept that they are lost."),
    incomplete: make(422, "round.incomplete", "The round lacks what it needs before it may open."),
    noReader: make(422, "round.noReader", "The survey takes own words, and the round names no role that reads them."),
    noEditor: make(
      422,
      "round.noEditor",
      "The survey takes own words, and the round names no editor and deputy who read them in Danish.",
    ),
    unknownEditor: make(422, "round.unknownEditor", "Somebody who is to read own words is no user here."),
    notEditor: make(422, "round.notEditor", "Somebody who is to read own words is not an editor."),
    ownEditor: make(
      422,
      "round.ownEditor",
      "Somebody who is to read own words belongs to an institution of the round.",
    ),
    unfit: make(422, "round.unfit", "The round cannot be made like this."),
    idTaken: make(409, "round.idTaken", "There is a round with this id."),
    unfitSurvey: make(422, "round.unfitSurvey", "The survey breaks rules of good surveys (npm run lint:surveys)."),
  },
  response: {
    invalid: make(400, "response.invalid", "The answers do not fit the survey."),
    empty: make(422, "response.empty", "Nothing was answered; the key can still be used."),
  },
  account: {
    signInFailed: make(401, "account.signInFailed", "The name or the password is wrong."),
    nameTaken: make(409, "account.nameTaken", "There is a user with this name."),
    notFound: make(404, "account.notFound", "There is no such user."),
    incomplete: make(422, "account.incomplete", "Something is missing that this role needs."),
    lastAdministrator: make(409, "account.lastAdministrator", "Somebody has to be administrator."),
    codeUnknown: make(404, "account.codeUnknown", "There is no such code, or it has been used."),
    passwordWrong: make(422, "account.passwordWrong", "The password is not the one that holds now."),
  },
  feedback: {
    unfit: make(422, "feedback.unfit", "This is no answer to the children that can be kept."),
    incomplete: make(422, "feedback.incomplete", "Something is missing that the children must be told."),
    early: make(409, "feedback.early", "It is too early to tell what came of this answer."),
    names: make(422, "feedback.names", "Something looks like a name; a person has to look first."),
    changed: make(409, "feedback.changed", "Another has changed this answer meanwhile."),
  },
  mail: {
    notFound: make(404, "mail.notFound", "There is no such mail whose text is still kept."),
  },
  result: {
    unknown: make(404, "result.unknown", "There is no page of children under this code."),
  },
  release: {
    notFound: make(404, "release.notFound", "There is no such release."),
  },
  dialogue: {
    /** Unknown and expired links get this same answer. */
    notFound: make(404, "dialogue.notFound", "There is no such dialogue."),
    full: make(409, "dialogue.full", "The dialogue has taken as many proposals as it may."),
    names: make(422, "dialogue.names", "The proposal may name somebody."),
  },
  action: {
    notFound: make(404, "action.notFound", "There is no such action."),
    changed: make(409, "action.changed", "The action has been changed since it was read."),
    incomplete: make(422, "action.incomplete", "The action lacks what this step needs."),
  },
  tables: {
    unreadable: make(422, "tables.unreadable", "This is no file of a round's tables that can be read here."),
    damaged: make(422, "tables.damaged", "The file is not what its own hash says: it is damaged, or was changed."),
    unfit: make(422, "tables.unfit", "The tables in the file are not this round's."),
    differ: make(409, "tables.differ", "There are different tables of this round; those that were kept first hold."),
  },
  writing: {
    notFound: make(404, "writing.notFound", "There is no such writing."),
    alone: make(422, "writing.alone", "Another editor has to find that it is no worry."),
    names: make(422, "writing.names", "Something looks like a name; a person has to look first."),
    taken: make(409, "writing.taken", "Somebody else has been faster: the writing is no more as it was seen."),
    unfit: make(422, "writing.unfit", "This cannot be done with the writing like this."),
  },
  institution: {
    notFound: make(404, "institution.notFound", "There is no such institution."),
    changed: make(409, "institution.changed", "The institution has been changed since it was read."),
    codeTaken: make(409, "institution.codeTaken", "Another institution has this number or code."),
    closed: make(409, "institution.closed", "The institution has closed."),
  },
  group: {
    notFound: make(404, "group.notFound", "There is no such group."),
    changed: make(409, "group.changed", "The group has been changed since it was read."),
  },
  organisation: {
    unfit: make(422, "organisation.unfit", "This cannot be kept of the municipality."),
    busy: make(409, "organisation.busy", "Somebody else is making a change of many institutions ready."),
    changed: make(409, "organisation.changed", "Something has been changed meanwhile; look at the proposal again."),
    lost: make(409, "organisation.lost", "This change is not being made ready any more."),
    isTaken: make(409, "organisation.isTaken", "Groups have moved up for this school year already."),
    early: make(409, "organisation.early", "The school year has not begun."),
  },
} as const;

export function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "isProblem" in error && error.isProblem === true;
}
