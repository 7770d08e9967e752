/** `/` – who you are decides where you go. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Locale } from "#surveys/paper/local-text";
import { Lytte } from "~/components/pictures/lytte";
import { guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";
import { municipalityOf } from "~/http/municipality.server";
import publicStyles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: publicStyles }];

const WORDS = {
  da: {
    title: "Vi lytter højt",
    about:
      "Her fortæller børn og unge, hvordan de har det, og hvad de mener. De voksne hører det, gør noget ved det og fortæller, hvad der kom ud af det.",
    child: "Jeg har et kort",
    childHelp: "Børn og unge svarer her.",
    adult: "Log ind",
    adultHelp: "For ledere og administratorer.",
    invented: "Opdigtede data: Kommunen, navnene og svarene findes ikke.",
    other: "English",
  },
  en: {
    title: "We listen aloud",
    about:
      "Here children and young people tell how they are and what they think. The adults hear it, act on it, and tell what came of it.",
    child: "I have a card",
    childHelp: "Children and young people answer here.",
    adult: "Sign in",
    adultHelp: "For leaders and administrators.",
    invented: "Invented data: the municipality, the names and the answers do not exist.",
    other: "Dansk",
  },
} as const satisfies Record<Locale, Record<string, string>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Lyt Højt" },
  { name: "description", content: WORDS[data?.locale ?? "da"].about },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const { name, isInvented } = await municipalityOf(context);
  return { locale: pickLocale(request), municipality: name, isInvented };
});

export default function Front() {
  const { locale, municipality, isInvented } = useLoaderData<typeof loader>();
  const words = WORDS[locale];
  const other = locale === "da" ? "en" : "da";
  return (
    <>
      {isInvented ? <p className="invented">{words.invented}</p> : null}
      <main className="front">
        <p className="front-place">
          {municipality}
          <a href={`/?lang=${other}`} lang={other}>
            {words.other}
          </a>
        </p>
        <Lytte mood="listens" />
        <h1>{words.title}</h1>
        <p className="front-about">{words.about}</p>
        <ul className="front-ways">
          <li>
            <a className="button" href={locale === "da" ? "/svar" : `/svar?lang=${locale}`}>
              {words.child}
            </a>
            <span>{words.childHelp}</span>
          </li>
          <li>
            <a className="button" data-kind="quiet" href="/log-ind">
              {words.adult}
            </a>
            <span>{words.adultHelp}</span>
          </li>
        </ul>
      </main>
    </>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
