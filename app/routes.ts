/**
 * Every URL of the site, sorted by audience; the folders under `routes/` are sorted the same way.
 * The JSON interface under /api is Express's (server/http/api), not Remix's.
 */
import type { DefineRoutesFunction } from "@remix-run/dev/dist/config/routes";

export function defineUrls(defineRoutes: DefineRoutesFunction) {
  return defineRoutes((route) => {
    route("/", "routes/public/front.tsx", { index: true });

    // A child's way: the door, the door of a group, and the two kinds of key.
    route("svar", "routes/answer/door.tsx");
    route("svar/:key", "routes/answer/card-key.tsx");
    route("svar/g/:code", "routes/answer/group-door.tsx");
    route("svar/g/:code/:own", "routes/answer/group-key.tsx");
    route("svar/*", "routes/answer/unreadable.tsx");

    // Adults: in and out, what leaders read, what administrators do.
    route("log-ind", "routes/adult/sign-in.tsx");
    route("log-ud", "routes/adult/sign-out.tsx");
    route("leder", "routes/adult/institutions.tsx");
    route("leder/:institutionId", "routes/adult/latest-release.tsx");
    route("leder/:institutionId/:roundId", "routes/adult/release.tsx");
    route("leder/:institutionId/:roundId/udtraek.csv", "routes/adult/release-export.tsx", { id: "export-csv" });
    route("leder/:institutionId/:roundId/udtraek.xlsx", "routes/adult/release-export.tsx", { id: "export-xlsx" });
    route("leder/:institutionId/:roundId/samtale", "routes/dialogue/choose.tsx");
    route("leder/:institutionId/:roundId/miljoe", "routes/adult/environment-paper.tsx");
    route("handlinger/:institutionId", "routes/adult/actions.tsx");
    route("leder/:institutionId/:roundId/svar", "routes/feedback/write.tsx");
    route("leder/:institutionId/:roundId/svar/plakat", "routes/feedback/poster.tsx");
    route("samtale/:token", "routes/dialogue/board.tsx");
    route("admin", "routes/adult/rounds.tsx");
    route("admin/oplaesning", "routes/adult/voice-order.tsx");
    route("admin/doere", "routes/adult/reopen-door.tsx");
    route("admin/brugere", "routes/admin/people.tsx");
    route("admin/brugere/:id", "routes/admin/person.tsx");
    route("kode", "routes/account/code.tsx");
    route("glemt", "routes/account/forgotten.tsx");
    route("konto", "routes/account/account.tsx");
    route("admin/post", "routes/admin/mail.tsx");
    route("admin/job", "routes/admin/jobs.tsx");
    route("admin/revision", "routes/admin/audit.tsx");
    route("admin/revision.csv", "routes/admin/audit-export.tsx");
    route("admin/institutioner", "routes/organisation/institutions.tsx");
    route("admin/institutioner/ny", "routes/organisation/new-institution.tsx");
    route("admin/institutioner/import", "routes/organisation/import.tsx");
    route("admin/institutioner/import/trin", "routes/organisation/import-step.ts");
    route("admin/institutioner/skoleaar", "routes/organisation/school-year.tsx");
    route("admin/institutioner/skoleaar/:id", "routes/organisation/next-year.tsx");
    route("admin/institutioner/:id", "routes/organisation/institution.tsx");
    route("laeserum", "routes/adult/reading-room.tsx");
    route("laeserum/:id", "routes/adult/reading-room.tsx", { id: "reading-one" });
    route("galleri", "routes/adult/gallery.tsx");
    route("galleri/fil", "routes/adult/gallery-trial.tsx");

    // For children, under the code of their institution in a round: what came of their answers.
    route("r/:code", "routes/public/childrens-result.tsx");

    route("*", "routes/public/not-found.tsx");
  });
}
