/** What every adult's page needs before it is drawn: who is signed in, the frame around the page, the way to sign in. */
import { redirect } from "@remix-run/node";
import type { Actor, Role } from "#server/accounts/contract";
import type { AdultFrameData } from "~/components/layout/adult-frame";
import type { WordsOf } from "~/i18n/words-for";
import { wordsFor } from "~/i18n/words-for";
import type { LoadContext } from "./load-context";
import { urls } from "~/urls";
import { langQuery, pickLocale } from "./locale";
import { municipalityOf } from "./municipality.server";

export type SignedIn = Extract<Actor, { kind: "user" }>;

/** Leads to the sign-in page, and from there back here. */
export function requireSignedIn({ actor }: Pick<LoadContext, "actor">, request: Request): SignedIn {
  if (actor.kind === "user") return actor;
  const { pathname, searchParams } = new URL(request.url);
  const lang = searchParams.get("lang");
  const query = new URLSearchParams({ til: pathname, ...(lang ? { lang } : {}) });
  throw redirect(`/log-ind?${query.toString()}`);
}

const HOMES: Readonly<Record<Role, string>> = {
  administrator: "/admin",
  leader: urls.results(),
  editor: urls.readingRoom(),
};

export const homeOf = ({ role }: Pick<SignedIn, "role">): string => HOMES[role];

/** A path of this site to return to after signing in; anything else would send people to strangers. */
export function safeReturn(path: string | null): string | undefined {
  return path && /^\/(leder|admin|galleri|handlinger|laeserum)(\/[\w%-]+)*$/.test(path) ? path : undefined;
}

export async function adultFrame(
  context: Pick<LoadContext, "services" | "actor">,
  request: Request,
  words: readonly WordsOf[],
): Promise<AdultFrameData> {
  const { actor } = context;
  const { name, isInvented } = await municipalityOf(context);
  const user = actor.kind === "user" ? { displayName: actor.displayName, role: actor.role } : undefined;
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
