/** `/svar` – for a child whose card's link was not followed: the code is written by hand. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addressOf, readPlace } from "#server/responses/contract";
import { Bubble } from "~/components/player/bubble";
import { CodeForm } from "~/components/player/code-form";
import { ChildFrame } from "~/components/player/child-frame";
import { doorTitle } from "~/components/player/door-title";
import { useDoorWords } from "~/components/player/door-words";
import { MissingVoice } from "~/components/player/missing-voice";
import { guard } from "~/http/guard.server";
import { useNonce } from "~/http/nonce";
import { langQuery } from "~/http/locale";
import { municipalityOf } from "~/http/municipality.server";
import { VisitEnds } from "~/components/player/visit-ends";
import childStyles from "~/styles/child.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: childStyles }];
export const meta: MetaFunction = ({ matches }) => [{ title: doorTitle(matches, (words) => words.doorTitle) }];

/** The language of this page, else that of a link that was put into the field whole. */
function languageFor(url: string, typed: string): string {
  const [, inLink] = /[?&]lang=([a-z]{2})/i.exec(typed) ?? [];
  return langQuery(url) || langQuery(`${new URL(url).origin}?lang=${inLink ?? ""}`);
}

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const typed = new URL(request.url).searchParams.get("kode") ?? "";
  const place = readPlace(typed);
  if (place) throw redirect(addressOf(place) + languageFor(request.url, typed));
  const { isInvented } = await municipalityOf(context);
  return data({ langQuery: langQuery(request.url), isWrong: typed !== "", isInvented }, { status: typed ? 400 : 200 });
});

export default function Door() {
  const { langQuery: query, isWrong, isInvented } = useLoaderData<typeof loader>();
  const { language, frame, door: words } = useDoorWords();
  return (
    <ChildFrame language={language} words={frame} isInvented={isInvented}>
      <VisitEnds nonce={useNonce()} />
      <Bubble text={words.doorTitle} spokenTexts={[words.doorTitle, words.doorHelp]} mood="waits">
        <p>{words.doorHelp}</p>
      </Bubble>
      <MissingVoice />
      <CodeForm
        name="kode"
        action="/svar"
        langQuery={query}
        label={words.codeLabel}
        wrong={isWrong ? words.codeWrong : undefined}
        onward={words.onward}
        maxLength={2000}
      />
    </ChildFrame>
  );
}

export { ChildErrorBoundary as ErrorBoundary } from "~/components/player/child-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
