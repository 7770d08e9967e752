/** `/samtale/:token` – a class dialogue on the projector, for whoever holds the link; a step for each address, without scripts too. */
import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposalForm } from "#server/dialogues/forms";
import { BoardPage } from "~/components/dialogue/board";
import { boardView } from "~/components/dialogue/board-view";
import narrowStyles from "~/components/dialogue/board-narrow.css?url";
import boardStyles from "~/components/dialogue/board.css?url";
import { asProblem, guard } from "~/http/guard.server";
import { pickLocale, langQuery } from "~/http/locale";
import { municipalityOf } from "~/http/municipality.server";
import { readForm } from "~/http/read-form.server";
import { AdultWordsProvider } from "~/i18n/adult-words";
import { wordsFor } from "~/i18n/words-for";
import { urls } from "~/urls";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: boardStyles },
  { rel: "stylesheet", href: narrowStyles },
];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.locale === "en" ? "Class dialogue – Lyt Højt" : "Klassesamtale – Lyt Højt" },
  { name: "robots", content: "noindex" },
];

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const board = await context.services.dialogues.getBoard(params["token"] ?? "");
  const { searchParams } = new URL(request.url);
  const locale = pickLocale(request);
  const { isInvented } = await municipalityOf(context);
  return {
    locale,
    words: wordsFor(locale, ["board", "forms"]),
    frame: { locale, lang: langQuery(request.url), isInvented },
    view: boardView(board, searchParams.get("nr"), locale),
    isWriting: searchParams.get("skriv") === "ja",
    isSent: searchParams.get("sendt") === "ja",
    id: randomBytes(16).toString("hex"),
  };
});

const FAULTS: Readonly<Record<string, "full" | "names">> = { "dialogue.full": "full", "dialogue.names": "names" };

/** Longer than a proposal may be, or empty; the text comes back either way. */
const faultIn = (text: string) => (text.trim() === "" ? "empty" : "long");

export const action = guard(async ({ request, params, context }: ActionFunctionArgs) => {
  const given = Object.fromEntries(await readForm(request));
  const { id = "", text = "" } = given;
  const form = proposalForm.safeParse(given);
  if (!form.success) {
    // An id that is none of ours is nothing that a person has typed.
    await context.services.dialogues.getBoard(params["token"] ?? "");
    return data({ id, text, fault: faultIn(text) } as const, { status: 422 });
  }
  try {
    await context.services.dialogues.propose(params["token"] ?? "", form.data);
  } catch (error) {
    const { code, status } = asProblem(error);
    const fault = FAULTS[code];
    if (!fault) throw error;
    return data({ id, text, fault }, { status });
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("nr", new URL(request.url).searchParams.get("nr") ?? "");
  query.set("sendt", "ja");
  return redirect(`${urls.projector(params["token"] ?? "")}?${query.toString()}`, 303);
});

export default function Board() {
  const { locale, words, frame, view, isWriting, isSent, id } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const proposal = failed ? { isWriting: true, isSent: false, ...failed } : { isWriting, isSent, id, text: "" };
  return (
    <AdultWordsProvider locale={locale} words={words}>
      <BoardPage frame={frame} view={view} proposal={proposal} />
    </AdultWordsProvider>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
