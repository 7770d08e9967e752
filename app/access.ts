/**
 * Whom each address answers: the permission that its page, and what is posted to it, asks for. The services decide; this says
 * what they have to decide, `docs/permissions.md` shows it, and a test tries every address as everybody.
 */
import type { Permission } from "#server/permissions/contract";

/** Whoever comes, whoever holds the address (a key, a code, a link), or who has the permission. */
export type Who = "anyone" | "holder" | Permission;

export interface Access {
  readonly see: Who;
  /** Absent: nothing can be posted. */
  readonly post?: Who;
}

/** By the path in routes.ts. */
export const access: Readonly<Record<string, Access>> = {
  "/": { see: "anyone" },
  svar: { see: "anyone", post: "anyone" },
  "svar/:key": { see: "holder", post: "holder" },
  "svar/g/:code": { see: "holder", post: "holder" },
  "svar/g/:code/:own": { see: "holder", post: "holder" },
  "svar/*": { see: "anyone" },
  "log-ind": { see: "anyone", post: "anyone" },
  "log-ud": { see: "anyone", post: "anyone" },
  leder: { see: "institution.read" },
  "leder/:institutionId": { see: "release.read" },
  "leder/:institutionId/:roundId": { see: "release.read" },
  "leder/:institutionId/:roundId/udtraek.csv": { see: "release.read" },
  "leder/:institutionId/:roundId/udtraek.xlsx": { see: "release.read" },
  "leder/:institutionId/:roundId/samtale": { see: "dialogue.open", post: "dialogue.open" },
  "leder/:institutionId/:roundId/miljoe": { see: "release.read" },
  "leder/:institutionId/:roundId/svar": { see: "feedback.read", post: "feedback.write" },
  "leder/:institutionId/:roundId/svar/plakat": { see: "feedback.read" },
  "handlinger/:institutionId": { see: "action.list", post: "action.write" },
  "samtale/:token": { see: "holder", post: "holder" },
  admin: { see: "round.list", post: "round.open" },
  "admin/oplaesning": { see: "municipality.change", post: "municipality.change" },
  "admin/doere": { see: "door.reopen", post: "door.reopen" },
  "admin/institutioner": { see: "organisation.read", post: "organisation.change" },
  "admin/institutioner/ny": { see: "organisation.change", post: "organisation.change" },
  "admin/institutioner/import": { see: "organisation.import" },
  "admin/institutioner/import/trin": { see: "organisation.import", post: "organisation.import" },
  "admin/institutioner/skoleaar": { see: "organisation.read", post: "organisation.change" },
  "admin/institutioner/skoleaar/:id": { see: "organisation.read", post: "organisation.change" },
  "admin/institutioner/:id": { see: "organisation.read", post: "organisation.change" },
  "admin/brugere": { see: "account.list", post: "account.change" },
  "admin/brugere/:id": { see: "account.list", post: "account.change" },
  kode: { see: "anyone", post: "anyone" },
  glemt: { see: "anyone", post: "anyone" },
  konto: { see: "account.own", post: "account.own" },
  "admin/post": { see: "mail.read", post: "mail.test" },
  "admin/job": { see: "job.read" },
  "admin/revision": { see: "audit.read" },
  "admin/revision.csv": { see: "audit.read" },
  laeserum: { see: "writing.read", post: "writing.read" },
  "laeserum/:id": { see: "writing.read", post: "writing.read" },
  galleri: { see: "gallery.read" },
  "galleri/fil": { see: "gallery.read", post: "gallery.read" },
  "r/:code": { see: "holder" },
  "*": { see: "anyone" },
};
