/** Forms that break, and forms that keep, the rules about what a question does to a child and how its answers stand. */
import type { LintForm } from "#surveys/linter/lint-form";
import type { Language } from "#surveys/paper/language";
import { LANGUAGES } from "#surveys/paper/language";
import { aForm, anAnswer, asking, everywhere, facesFrom, withItem } from "./a-form";
import type { Example } from "./examples";

const school = { form: "6-9" as const };
/** With these answers to its last question, in one language. */
export function answeredBy(labels: readonly string[], language: Language, form: Partial<LintForm> = school): LintForm {
  return withItem(
    {
      answers: labels.map((label, at) =>
        anAnswer(`a${at}`, { label: { ...everywhere("Det her"), [language]: label } }),
      ),
    },
    form,
  );
}

const ladder = (question: string, language: Language): LintForm =>
  withItem({ scale: "ladder", question: { [language]: question } }, { form: "13-18" });

export const FAIR_EXAMPLES: Readonly<Record<string, Example>> = {
  "no-resemblance": {
    fails: [
      asking("Hvem ligner dig mest her?"),
      withItem({ narration: { da: "Hvem ligner dig?" } }),
      withItem({ question: everywhere("Hvem ligner dig?"), isPractice: true }),
      asking("Who is most like you?", { form: "13-18" }, "en"),
      aForm({ about: { ...everywhere("Det her."), pl: "Wybierz obrazek, który jest najbardziej jak ty." } }),
    ],
    passes: [
      aForm(),
      asking("Hvem ligner barnet?", { form: "parents-3-6" }),
      asking("Hvem ligner dig?", { form: "staff" }),
    ],
  },
  "yes-symmetry": {
    fails: LANGUAGES.map((language) => {
      const yes = { da: "Ja", en: "Yes", ar: "نعم", tr: "Evet", pl: "Tak", uk: "Так", ur: "ہاں" }[language];
      return answeredBy([`${yes}, det er godt`, "Nogle gange", "Det er skidt"], language);
    }),
    passes: [
      aForm(),
      answeredBy(["Ja, det er godt", "Nogle gange", "Nej, det er skidt"], "da"),
      answeredBy(["Nej", "Ja"], "da"),
      answeredBy(["نعم", "لا، أبدًا"], "ar"),
      answeredBy(["ہاں", "جی نہیں"], "ur"),
      answeredBy(["Jagten er god", "Det er skidt"], "da"),
      answeredBy(["Tak samo", "Inaczej"], "pl"),
    ],
  },
  superlative: {
    fails: [
      answeredBy(["Jeg keder mig mest", "Jeg er glad"], "da"),
      answeredBy(["I am the most bored", "I am happy"], "en"),
      answeredBy(["Nudzę się najbardziej", "Jest mi wesoło"], "pl"),
    ],
    passes: [
      answeredBy(["Jeg keder mig for det meste", "For det mest"], "da"),
      answeredBy(["Most of the time", "Mostly"], "en"),
      answeredBy(["Najczęściej się nudzę", "Jest mi wesoło"], "pl"),
      asking("Hvad kan du mest lide?"),
    ],
  },
  "both-ends": {
    fails: [
      ladder("Øverst på stigen er livet bedst. Hvor står du lige nu?", "da"),
      ladder("At the bottom is the worst life. Where are you?", "en"),
      ladder("Hvor står du lige nu?", "da"),
    ],
    passes: [
      ladder("Øverst er det bedste liv, nederst det værste. Hvor står du lige nu?", "da"),
      ladder("At the top is the best life for you, at the bottom the worst. Where are you now?", "en"),
      asking("Hvor står du lige nu?", { form: "13-18" }),
    ],
  },
  "faces-not-scored": {
    fails: [facesFrom(["calm", "smile", "happy"], { index: "W3" })],
    passes: [
      facesFrom(["calm", "smile", "happy"], {}),
      facesFrom(["sad", "happy"], { index: "W3" }),
      withItem({ index: "W3" }),
    ],
  },
  "sensitive-words": {
    fails: [
      answeredBy(["Jeg er tryg", "Jeg er bange"], "da", { form: "3" }),
      answeredBy(["De trøster mig", "Jeg er alene med det"], "da"),
      asking("De andre driller mig.", { form: "10-12" }),
      asking("I can feel alone here.", { form: "13-18" }, "en"),
      withItem({ narration: { da: "Er du bange?" } }),
    ],
    passes: [
      answeredBy(["Jeg leger med en ven", "Jeg leger alene"], "da", { form: "3" }),
      withItem({ question: everywhere("De andre driller mig."), isSensitive: true }, { form: "10-12" }),
      withItem({ question: everywhere("Er du bange?"), isPractice: true }),
      asking("Mit barn er bange.", { form: "parents-3-6" }),
    ],
  },
};
