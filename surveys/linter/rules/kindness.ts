/** Rules about what a question does to a child: never compare its looks, and help at hand where it may hurt. */
import { audienceOf } from "../../paper/form";
import { LANGUAGES } from "../../paper/language";
import type { Rule } from "../rule";
import { askedOfChildren, inAllAsked, inAnswers, inLists, says } from "./in-words";

const RESEMBLANCE = inLists("resemblance");

export const noResemblance: Rule = {
  id: "no-resemblance",
  teaches:
    "“Hvem ligner dig?” asks for looks: hair, glasses, a headscarf, a wheelchair. Ask about the matter, and let the pictures answer.",
  source: "own reading of the drawn questions: alike is how a child looks before it is how a child feels",
  check: (form) => {
    if (audienceOf(form.form) !== "child") return [];
    const check = says(RESEMBLANCE, (found) => `asks who is like the child (“${found}”)`);
    // What the survey is about says how to choose, before the first question.
    const about = LANGUAGES.filter((language) => RESEMBLANCE(language).test(form.about[language] ?? ""));
    return [
      ...about.map((language) => ({ language, message: "what it is about tells to choose who is like the child" })),
      ...inAllAsked(form.items, check),
    ];
  },
};

const SENSITIVE = inLists("sensitive");

export const sensitiveWords: Rule = {
  id: "sensitive-words",
  teaches:
    "Who asks whether a child is alone, afraid or teased may hear that it is. Mark the item `sensitive`: it is asked in confidence, and the page says who helps.",
  source: "General Comment 12 (safe and sensitive to risk); GDPR article 9 on what the body feels",
  check: (form) => {
    const ordinary = askedOfChildren(form).filter(({ isSensitive, isPractice }) => !isSensitive && !isPractice);
    const check = says(SENSITIVE, (found) => `says “${found}” and is not marked sensitive`);
    return [...inAllAsked(ordinary, check), ...inAnswers(ordinary, check)];
  },
};
