/** Rules about where items may be shown to children (surveys/bank/showing.ts): each has its place, what is private has none. */
import { endings } from "../../bank/endings";
import type { Showings } from "../../bank/showing";
import { showingOf } from "../../bank/showing";
import { audienceOf } from "../../paper/form";
import type { Locale } from "../../paper/local-text";
import { isMade } from "../../paper/scale-kinds";
import type { LintForm, LintItem } from "../lint-form";
import { askedItems } from "../lint-form";
import type { Finding, FormFault, Rule } from "../rule";
import { inLists, word } from "./in-words";

interface ShowingRule extends Omit<Rule, "check"> {
  readonly check: (showings: Showings, forms: readonly LintForm[]) => readonly FormFault[];
}

interface Asked {
  readonly form: LintForm["form"];
  readonly item: LintItem;
}

const askedOfChildren = (forms: readonly LintForm[]): Asked[] =>
  forms
    .filter(({ form }) => audienceOf(form) === "child")
    .flatMap((form) => askedItems(form).map((item) => ({ form: form.form, item })));

const showingForEach: ShowingRule = {
  id: "showing-for-each",
  teaches: "Whose figure nobody has judged is never shown to children. Say where it may be when you write the item.",
  source: "General Comment 12 (safe and sensitive to risk)",
  check: (showings, forms) =>
    askedOfChildren(forms)
      .filter(({ item }) => !isMade(item.scale) && !Object.hasOwn(showings, item.name))
      .map(({ form, item }) => ({ form, item: item.name, message: "does not say where children may be shown it" })),
};

const showingForKnown: ShowingRule = {
  id: "showing-for-known",
  teaches: "A place for an item that no child is asked was left behind, or its name is spelt otherwise.",
  source: "own rule: what is not used is not kept",
  check: (showings, forms) => {
    const known = new Set(askedOfChildren(forms).map(({ item }) => item.name));
    return Object.keys(showings)
      .filter((item) => !known.has(item))
      .map((item) => ({ form: "6-9", item, message: "may be shown somewhere, and no child is asked it" }));
  },
};

const showingSensitive: ShowingRule = {
  id: "showing-sensitive",
  teaches: "What was asked in confidence is not put before a class, not even in good words.",
  source: "General Comment 12 (safe and sensitive to risk); GDPR article 9 on what the body feels",
  check: (showings, forms) =>
    askedOfChildren(forms)
      .filter(({ item }) => item.isSensitive && showingOf(item.name, showings) !== "never")
      .map(({ form, item }) => ({ form, item: item.name, message: "is sensitive and may be shown" })),
};

const SENSITIVE = inLists("sensitive");
/** Having nobody, home and those who live there, the body, sleep, money: beyond what the lists of sensitive words have. */
const PRIVATE: Readonly<Record<Locale, RegExp>> = {
  da: word(
    "nogen at være sammen med|have mig med|have dem med|hører til|hjemme|derhjemme|forældre\\p{L}*|mor|far|familie\\p{L}*|sige farvel|krop\\p{L}*|mave\\p{L}*|sover?|søvn\\p{L}*|græder?|trøst\\p{L}*|mob\\p{L}*|drill\\p{L}*|fritid\\p{L}*|råd til",
  ),
  en: word(
    "someone to be with|want me|want them|belong\\p{L}*|at home|parents?|mum|mother|dad|father|famil\\p{L}+|goodbye|body|bodies|tummy|sleep\\p{L}*|cry|cries|crying|comfort\\p{L}*|bull\\p{L}+|teas\\p{L}+|free time|afford",
  ),
};
const LOCALES = ["da", "en"] as const;

/** All words of an item in which something private would be said: what is asked, what is answered, how a sentence ends. */
function wordsAbout({ form, item }: Asked, locale: Locale): string[] {
  const written = Object.hasOwn(endings, item.name) ? endings[item.name] : undefined;
  const own = written?.forms[form];
  return [
    item.question[locale],
    item.narration[locale],
    item.simpler[locale],
    written && own && (own.favourable ?? written.favourable)[locale],
    written && own && (own.opposite ?? written.opposite)[locale],
  ].flatMap((text) => text ?? []);
}

const showingPrivate: ShowingRule = {
  id: "showing-private",
  teaches: "Being alone, home, the body and bullying stay out of a class: everybody there would think of one child.",
  source: "General Comment 12 (safe and sensitive to risk)",
  check: (showings, forms) =>
    askedOfChildren(forms)
      .filter(({ item }) => showingOf(item.name, showings) !== "never")
      .flatMap((asked) =>
        LOCALES.flatMap((language): FormFault[] => {
          const text = wordsAbout(asked, language).join(" · ");
          const found = (SENSITIVE(language).exec(text) ?? PRIVATE[language].exec(text))?.[0];
          if (found === undefined) return [];
          return [{ form: asked.form, item: asked.item.name, language, message: `says “${found}” and may be shown` }];
        }),
      ),
};

export const SHOWING_RULES: readonly ShowingRule[] = [
  showingForEach,
  showingForKnown,
  showingSensitive,
  showingPrivate,
];

/** Of the file, held against what children are asked in the bank and in what is published. */
export const lintShowings = (showings: Showings, forms: readonly LintForm[]): Finding[] =>
  SHOWING_RULES.flatMap((rule) =>
    rule.check(showings, forms).map((fault) => ({ rule: rule.id, survey: "surveys/bank/showing.json", ...fault })),
  );
