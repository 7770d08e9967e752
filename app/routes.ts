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

    // Adults.

    route("*", "routes/public/not-found.tsx");
  });
}
