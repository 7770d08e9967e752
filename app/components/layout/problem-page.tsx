/** An adult's page when something went wrong: what happened, what is safe, what to do. */
import type { Locale } from "#surveys/paper/local-text";
import { Lytte } from "../pictures/lytte";
import type { PageProblem } from "./problem-of";

interface Words {
  readonly title: string;
  readonly text: string;
}

const DANISH: Readonly<Record<string, Words>> = {
  "404": {
    title: "Her er ikke noget",
    text: "Siden findes ikke, eller du har ikke adgang til den. Måske er der tastet forkert, eller siden er flyttet.",
  },
  "401": { title: "Log ind først", text: "Du er ikke logget ind, eller du har været væk længe. Log ind og prøv igen." },
  "403": {
    title: "Det gik ikke",
    text: "Siden blev sendt fra et andet sted, end vi ventede. Gå tilbage, hent siden igen, og prøv en gang til.",
  },
  "429": { title: "Vent lidt", text: "Der har været mange forsøg på kort tid. Vent et kvarter, og prøv igen." },
  "503": { title: "Vi kan ikke nå vores data lige nu", text: "Intet er gået tabt. Vent lidt, og hent siden igen." },
  "0": {
    title: "Siden kom ikke frem",
    text: "Noget andet svarede i stedet for os, eller slet ingen. Måske skal du først logge ind på nettet her. Det, du allerede har sendt, er ikke tabt.",
  },
  else: { title: "Noget gik galt hos os", text: "Intet er gået tabt. Hent siden igen, eller gå til forsiden." },
};

const ENGLISH: Readonly<Record<string, Words>> = {
  "404": {
    title: "There is nothing here",
    text: "The page does not exist, or you have no access to it. Perhaps it was mistyped, or the page has moved.",
  },
  "401": {
    title: "Sign in first",
    text: "You are not signed in, or you have been away for a while. Sign in and try again.",
  },
  "403": {
    title: "That did not work",
    text: "The page was sent from somewhere we did not expect. Go back, reload the page and try once more.",
  },
  "429": {
    title: "Wait a little",
    text: "There have been many attempts in a short time. Wait a quarter of an hour and try again.",
  },
  "503": { title: "We cannot reach our data just now", text: "Nothing is lost. Wait a little and reload the page." },
  "0": {
    title: "The page did not come through",
    text: "Something else answered in our place, or nothing did. Perhaps the network here wants you to sign in first. What you had sent already is safe.",
  },
  else: {
    title: "Something went wrong on our side",
    text: "Nothing is lost. Reload the page, or go to the front page.",
  },
};

const AGAIN: Readonly<Record<Locale, string>> = { da: "Prøv igen", en: "Try again" };
const FRONT_PAGE: Readonly<Record<Locale, string>> = { da: "Til forsiden", en: "To the front page" };
const SIGN_IN: Readonly<Record<Locale, string>> = { da: "Log ind", en: "Sign in" };

export function ProblemPage({ problem, locale }: { problem: PageProblem; locale: Locale }) {
  const words = locale === "da" ? DANISH : ENGLISH;
  const { title, text } = words[String(problem.status)] ?? words.else ?? { title: "", text: "" };
  return (
    <main className="problem-page">
      <Lytte mood="waits" />
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="problem-ways">
        {problem.again ? (
          <a className="button" href={problem.again}>
            {AGAIN[locale]}
          </a>
        ) : null}
        <a
          className="button"
          data-kind={problem.again ? "quiet" : undefined}
          href={problem.status === 401 ? "/log-ind" : "/"}
        >
          {problem.status === 401 ? SIGN_IN[locale] : FRONT_PAGE[locale]}
        </a>
      </p>
    </main>
  );
}
