/** What every adult's page needs before it is drawn: who is signed in, the frame around the page, the way to sign in. */
import { redirect } from "@remix-run/node";
import type { Actor } from "#server/accounts/contract";
import { problems } from "#server/lib/problem";
import type { Permission } from "#server/permissions/contract";
import { may, mayIn } from "#server/permissions/contract";
import type { AdultFrameData, FramePlace } from "~/components/layout/adult-frame";
import type { WordsOf } from "~/i18n/words-for";
import { wordsFor } from "~/i18n/words-for";
import type { LoadContext } from "./load-context";
import { urls } from "~/urls";
import { langQuery, pickLocale } from "./locale";
import { municipalityOf } from "./municipality.server";

export type SignedIn = Extract<Actor, { kind: "user" }>;

/**
 * Who acts, and may do so: at all, or at this institution. Throws `request.notFound`, whatever else was asked for or sent.
 * Nobody is led to the sign-in page, and from there back here.
 */
export function requireSignedIn(
  { actor }: Pick<LoadContext, "actor">,
  request: Request,
  permission: Permission,
  institutionId?: string,
): SignedIn {
  if (actor.kind === "user") {
    const isAllowed = institutionId === undefined ? may(actor, permission) : mayIn(actor, permission, institutionId);
    if (!isAllowed) throw problems.request.notFound();
    return actor;
  }
  const { pathname, searchParams } = new URL(request.url);
  const lang = searchParams.get("lang");
  const query = new URLSearchParams({ til: pathname, ...(lang ? { lang } : {}) });
  throw redirect(`/log-ind?${query.toString()}`);
}

/** Where one can go, in the order of the menu; who may go to none begins at the front page. */
const PLACES: readonly (FramePlace & { readonly permission: Permission })[] = [
  { permission: "round.list", path: urls.rounds(), name: "rounds" },
  { permission: "organisation.read", path: urls.institutions(), name: "institutions" },
  { permission: "institution.read", path: urls.results(), name: "results" },
  { permission: "writing.read", path: urls.readingRoom(), name: "reading" },
  { permission: "account.list", path: urls.people(), name: "people", isRare: true },
  { permission: "gallery.read", path: urls.gallery(), name: "gallery", isRare: true },
  { permission: "audit.read", path: urls.audit(), name: "audit", isRare: true },
  { permission: "mail.read", path: urls.mail(), name: "mail", isRare: true },
  { permission: "job.read", path: urls.jobs(), name: "jobs", isRare: true },
];

const placesOf = (actor: Actor): FramePlace[] =>
  PLACES.flatMap(({ permission, ...place }) => (may(actor, permission) ? [place] : []));

export const homeOf = (actor: Actor): string => placesOf(actor)[0]?.path ?? urls.front();

/** A path of this site to return to after signing in; anything else would send people to strangers. */
export function safeReturn(path: string | null): string | undefined {
  return path && /^\/(leder|admin|galleri|handlinger|laeserum|konto)(\/[\w%-]+)*$/.test(path) ? path : undefined;
}

export async function adultFrame(
  context: Pick<LoadContext, "services" | "actor">,
  request: Request,
  words: readonly WordsOf[],
): Promise<AdultFrameData> {
  const { actor } = context;
  const { name, isInvented } = await municipalityOf(context);
  const user =
    actor.kind === "user" ? { displayName: actor.displayName, role: actor.role, places: placesOf(actor) } : undefined;
  const lang = langQuery(request.url);
  const locale = pickLocale(request);
  return {
    locale,
    words: wordsFor(locale, words),
    lang,
    municipality: name,
    isInvented,
    user,
    now: new Date().toISOString(),
  };
}
