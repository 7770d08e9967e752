/** `/r/:code` – what came of what the children said: for whoever has the code of their institution in a round. */
import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Language } from "#surveys/paper/language";
import { soundsFor } from "#surveys/narration/narration";
import { shippedNarrations } from "#surveys/narration/shipped";
import type { Voices } from "#surveys/narration/voices";
import type { ResultWords } from "#surveys/paper/words/words";
import { childWords } from "#surveys/paper/words/child-words";
import { resultView } from "~/components/childrens-result/make-view";
import type { ResultView } from "~/components/childrens-result/make-view";
import { ResultPage } from "~/components/childrens-result/result-page";
import resultStyles from "~/components/childrens-result/result.css?url";
import { guard } from "~/http/guard.server";
import { langQuery, pickLanguage } from "~/http/locale";
import { pageHeaders } from "~/http/page-headers";
import { municipalityOf } from "~/http/municipality.server";
import childStyles from "~/styles/child.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: childStyles },
  { rel: "stylesheet", href: resultStyles },
];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.title} – Lyt Højt` : "Lyt Højt" },
  { name: "robots", content: "noindex" },
];

/** In each language that something is told in. */
function voicesFor(
  { view, words }: { view: ResultView; words: ResultWords },
  language: Language,
  order: Voices["order"],
) {
  const languages = new Set([language, ...view.cards.flatMap(({ told }) => told.map((one) => one.language))]);
  const of = (one: Language): Voices => ({
    order,
    sounds: soundsFor(shippedNarrations, one, view, one === language ? words : {}),
  });
  return Object.fromEntries([...languages].map((one) => [one, of(one)])) as Partial<Record<Language, Voices>>;
}

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { address, services } = context;
  const result = await services.feedback.getForChildren(params["code"] ?? "", { address });
  const language = pickLanguage(request);
  const words = childWords(language).result;
  const view = resultView(result, { language, words, asked: new URL(request.url).searchParams.get("for") });
  const { voiceOrder } = await municipalityOf(context);
  return {
    view,
    words,
    isInvented: result.isInvented,
    voices: voicesFor({ view, words }, language, voiceOrder),
    langQuery: langQuery(request.url),
  };
});

/** Nothing of it is kept on a shared tablet, nor found by who searches. */
export const headers: HeadersFunction = (from) => {
  const all = new Headers(pageHeaders(from));
  all.set("Cache-Control", "no-store");
  all.set("X-Robots-Tag", "noindex");
  return all;
};

export default function ChildrensResult() {
  return <ResultPage {...useLoaderData<typeof loader>()} />;
}

export { ChildErrorBoundary as ErrorBoundary } from "~/components/player/child-error-boundary";
