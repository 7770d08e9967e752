/** Every address as everybody: what its rule allows is answered, and the rest does not exist. A route without a rule fails. */
import { defineRoutes } from "@remix-run/dev/dist/config/routes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access } from "../../app/access";
import type { Who } from "../../app/access";
import { defineUrls } from "../../app/routes";
import type { Actor, Role } from "../../server/accounts/contract";
import type { NewUser } from "../../server/accounts/forms";
import { ROLES } from "../../server/accounts/contract";
import { may, mayIn } from "../../server/permissions/contract";
import type { Permission } from "../../server/permissions/contract";
import { startLeaderSite } from "../support/leader-site";
import { LIND_ROUND } from "../support/lind";
import { cookieOf, postForm } from "../support/sign-in";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";

const OWN = "lind";
/** Of another area than Lindeskolen. */
const OTHER = "fremmed";
const PLACES = { own: OWN, other: OTHER, absent: "nowhere" } as const;
type Place = keyof typeof PLACES;

const paths = Object.values(defineUrls(defineRoutes)).map(({ path = "" }) => path);
const isPermission = (who: Who | undefined): who is Permission => who !== undefined && who.includes(".");

/** The address at a place; keys and codes that nobody holds. */
const addressAt = (path: string, place: Place): string =>
  `/${path
    .replace(/^\/$/, "")
    .replace(":institutionId", PLACES[place])
    .replace(":roundId", LIND_ROUND)
    // Of the organisation's pages: an institution that is there.
    .replace(/^(admin\/institutioner.*):id$/, `$1${OWN}`)
    .replace(/:\w+/g, "0".repeat(26))
    .replace("*", "no-such-page")}`;

let site: Site;
const cookies = new Map<Role | "nobody", string>([["nobody", ""]]);
const actors = new Map<Role, Actor>();

beforeAll(async () => {
  site = await startLeaderSite();
  const { stores, services } = site.application;
  const [lind] = await stores.organisation.listInstitutions([OWN]);
  const release = await stores.releases.find(OWN, LIND_ROUND);
  if (!lind || !release) throw new Error("The site has no release of Lindeskolen.");
  await stores.organisation.insertInstitutions([{ ...lind, id: OTHER, areaId: "elsewhere" }]);
  await stores.releases.insert({ ...release, institutionId: OTHER });
  const round = await stores.rounds.find(LIND_ROUND);
  const rounds = site.database.main.collection<{ _id: string }>("rounds");
  await rounds.updateOne({ _id: LIND_ROUND }, { $set: { institutionIds: [...(round?.institutionIds ?? []), OTHER] } });
  for (const role of ROLES) {
    const reach: Partial<NewUser> =
      role === "area-head" ? { areaIds: [lind.areaId] } : role === "helper" ? { groupIds: ["lind-1"] } : {};
    const institutionIds = role === "leader" ? [OWN] : [];
    await services.accounts.addUser({
      name: role,
      displayName: role,
      role,
      institutionIds,
      ...reach,
      password: PASSWORD,
    });
    cookies.set(role, await cookieOf(site.url, role));
    actors.set(role, (await services.accounts.signIn({ name: role, password: PASSWORD, address: "test" })).actor);
  }
});
afterAll(() => site.close());

it("has a rule for every route, and no rule without one", () => {
  expect(paths.length).toBeGreaterThan(20);
  expect(Object.keys(access).toSorted()).toEqual([...new Set(paths)].toSorted());
});

/** Whether the rule lets this role at this place. */
function isAllowed(path: string, who: Permission, role: Role, place: Place): boolean {
  const actor = actors.get(role);
  if (!actor || !may(actor, who)) return false;
  if (!path.includes(":institutionId")) return true;
  return place !== "absent" && mayIn(actor, who, PLACES[place]);
}

const placesOf = (path: string): readonly Place[] =>
  path.includes(":institutionId") ? ["own", "other", "absent"] : ["own"];

const isToSignIn = (response: Response): boolean =>
  response.status === 302 && (response.headers.get("location") ?? "").startsWith("/log-ind");

/** A page of one writing, of one person: there is none. */
const hasNothing = (path: string): boolean => path === "laeserum/:id" || path === "admin/brugere/:id";

/** These lead on to a page of their own, and show nothing themselves. */
const LEADS_ON = new Set(["admin/oplaesning", "admin/doere", "admin/institutioner/import/trin"]);

/** A step of an import is taken by a page's scripts: nobody signs in in the middle of it. */
const IS_SILENT = new Set(["admin/institutioner/import/trin"]);

describe.each(paths.filter((path) => isPermission(access[path]?.see)))("/%s", (path) => {
  const { see, post } = access[path] ?? { see: "anyone" };

  it.runIf(!LEADS_ON.has(path))("is seen by those who may", async () => {
    for (const place of placesOf(path)) {
      const url = site.url + addressAt(path, place);
      expect(isToSignIn(await fetch(url, { redirect: "manual" }))).toBe(true);
      for (const role of ROLES) {
        const response = await fetch(url, { headers: { cookie: cookies.get(role) ?? "" }, redirect: "manual" });
        await response.arrayBuffer();
        const isSeen = isAllowed(path, see as Permission, role, place) && !hasNothing(path);
        // Who leads one institution is led on to it.
        const status = isToSignIn(response) ? "sign in" : response.status === 302 ? 200 : response.status;
        expect([role, place, status]).toEqual([role, place, isSeen ? 200 : 404]);
      }
    }
  });

  it.runIf(isPermission(post))("takes what is posted from those who may", async () => {
    for (const place of placesOf(path)) {
      const url = site.url + addressAt(path, place);
      const nobodys = await postForm(url, {});
      expect(IS_SILENT.has(path) ? nobodys.status === 404 : isToSignIn(nobodys)).toBe(true);
      for (const role of ROLES) {
        const response = await postForm(url, {}, cookies.get(role));
        await response.arrayBuffer();
        const isTaken = isAllowed(path, post as Permission, role, place);
        // An empty form is refused for what it lacks; that is more than others are told.
        expect([role, place, response.status === 404]).toEqual([role, place, !isTaken]);
      }
    }
  });

  it.runIf(post === undefined)("takes nothing that is posted", async () => {
    for (const role of ROLES)
      expect((await postForm(site.url + addressAt(path, "own"), {}, cookies.get(role))).status).toBeGreaterThan(399);
  });
});

describe.each(paths.filter((path) => !isPermission(access[path]?.see)))("/%s, which asks for no account", (path) => {
  it("answers everybody alike", async () => {
    const url = site.url + addressAt(path, "own");
    const statusFor = async (cookie: string) => {
      const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
      await response.arrayBuffer();
      return response.status;
    };
    const alone = await statusFor("");
    // Who has signed in is led on from the page on which one does.
    const signedIn = path === "log-ind" ? 302 : alone;
    for (const role of ROLES) expect([role, await statusFor(cookies.get(role) ?? "")]).toEqual([role, signedIn]);
  });
});
