/**
 * The document around every page. It carries no style sheet of its own: each page links the one of its audience,
 * so that a child's device loads nothing that belongs to an adult's page.
 */
import "./older-browsers";
import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { VisitEnds } from "~/components/player/visit-ends";
import { ProblemPage } from "~/components/layout/problem-page";
import { useDocumentLanguage, usePageLocale } from "~/components/layout/document-language";
import { directionOf } from "#surveys/paper/language";
import { soundsFor } from "#surveys/narration/narration";
import { shippedNarrations } from "#surveys/narration/shipped";
import type { Voices } from "#surveys/narration/voices";
import { childWords, helpWords } from "#surveys/paper/words/child-words";
import { isChildsPath, isDoorPath } from "~/http/same-page";
import { pickLanguage, pickLocale } from "~/http/locale";
import { municipalityOf } from "~/http/municipality.server";
import { useNonce } from "~/http/nonce";
import { problemOf } from "~/components/layout/problem-of";
import { useScriptFailure } from "~/components/layout/script-failure";
import publicStyles from "~/styles/public.css?url";
import { WITHOUT_SCRIPTS } from "~/components/layout/without-scripts";

/** The document is also that of the page which says that the database is away. */
async function voiceOrder(context: AppLoadContext): Promise<Voices["order"]> {
  const municipality = await municipalityOf(context).catch(() => undefined);
  return municipality?.voiceOrder ?? "device-first";
}

/** A child's addresses have seven languages, and words of their own for when something goes wrong. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { pathname } = new URL(request.url);
  if (!isChildsPath(pathname)) return { locale: pickLocale(request) };
  const language = pickLanguage(request);
  const { player, door } = childWords(language);
  const { languages, invented, listen, noVoice } = player;
  const { again, toDoor, troubles, ...atDoor } = door;
  const frame = { help: helpWords(language), languages, invented, listen, noVoice };
  const words = {
    trouble: { again, toDoor, writeLetters: door.writeLetters, troubles },
    door: isDoorPath(pathname) ? atDoor : undefined,
  };
  const voices: Voices = {
    order: await voiceOrder(context),
    sounds: soundsFor(shippedNarrations, language, { frame, ...words }),
  };
  return { locale: language, dir: directionOf(language), childWords: { language, frame, voices, ...words } };
};

export { unlessSameWords as shouldRevalidate } from "~/http/same-page";

export const meta: MetaFunction = () => [{ title: "Lyt Højt" }];

export function Layout({ children }: { children: ReactNode }) {
  const { locale, dir } = useDocumentLanguage();
  const nonce = useNonce();
  const { pathname, search } = useLocation();
  // Written plainly: a fault here is one of every page.
  const hasScripts = search.indexOf(WITHOUT_SCRIPTS) < 0;
  return (
    <html lang={locale} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <Meta />
        <Links />
      </head>
      <body>
        {/* Whoever comes to another page than a child's is another person. */}
        {isChildsPath(pathname) ? null : <VisitEnds nonce={nonce} />}
        {children}
        {hasScripts ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Only for what no page's own boundary caught; the style sheet comes along because no page linked one. */
export function ErrorBoundary() {
  const locale = usePageLocale();
  useScriptFailure(useRouteError());
  return (
    <>
      <link rel="stylesheet" href={publicStyles} />
      <ProblemPage problem={problemOf(useRouteError(), useLocation())} locale={locale} />
    </>
  );
}
