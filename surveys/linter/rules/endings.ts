/** Rules about the endings of sentences: each scored question has both, they keep to what was answered, and they are kind. */
import { writtenEnding } from "../../bank/endings";
import type { Endings } from "../../bank/endings";
import { audienceOf, FORM_NAMES } from "../../paper/form";
import type { FormName } from "../../paper/form";
import type { Locale } from "../../paper/local-text";
import type { Ending, EndingRule, ScoredQuestion } from "../ending-rule";
import { wordsOf } from "../reading";
import type { Finding, FormFault } from "../rule";
import { inLists, word } from "./in-words";

const SIDES = ["favourable", "opposite"] as const;
const LOCALES = ["da", "en"] as const satisfies readonly Locale[];

/** Every ending of every form; where the form has none of its own, the item's. */
function allEndings(endings: Endings): Ending[] {
  return Object.entries(endings).flatMap(([item, { forms, ...shared }]) =>
    FORM_NAMES.flatMap((form) => {
      const own = forms[form];
      if (!own) return [];
      return SIDES.flatMap((side) =>
        LOCALES.map((locale) => ({ item, form, side, locale, text: (own[side] ?? shared[side])[locale] })),
      );
    }),
  );
}

type Check = (text: string, ending: Ending, question: ScoredQuestion | undefined) => string | undefined;

/** A rule about each ending by itself. */
function aboutText(rule: Omit<EndingRule, "check">, check: Check): EndingRule {
  return {
    ...rule,
    check: (endings, questions) =>
      allEndings(endings).flatMap((ending): FormFault[] => {
        const question = questions.find(({ form, item }) => form === ending.form && item.name === ending.item);
        const message = check(ending.text, ending, question);
        return message === undefined
          ? []
          : [{ form: ending.form, item: ending.item, language: ending.locale, message: `“${ending.text}” ${message}` }];
      }),
  };
}

const endingForEach: EndingRule = {
  id: "ending-for-each",
  teaches: "Without an ending of its own a leader reads “svarede … til …”. Write one when you write the item.",
  source: "surveys/bank/README.md: one more item",
  check: (endings, questions) =>
    questions.flatMap(({ form, item }) => {
      const written = Object.hasOwn(endings, item.name) ? endings[item.name]?.forms[form] : undefined;
      if (!written) return [{ form, item: item.name, message: "is scored and has no ending of its sentence" }];
      if (writtenEnding(item, form, "favourable", endings)) return [];
      return [
        {
          form,
          item: item.name,
          message: `asks “${item.question.da}”; its ending is for “${[written.asked].flat().join("”, “")}”`,
        },
      ];
    }),
};

/** Whether all forms of an item have, on one side, endings of their own. */
function isUnused({ forms }: Endings[string], side: (typeof SIDES)[number]): boolean {
  return Object.values(forms).every((own) => own?.[side] !== undefined);
}

function neverAsked(name: string, form: FormName, written: string | string[], among: readonly ScoredQuestion[]) {
  const here = among.filter((one) => one.form === form && one.item.name === name);
  return [written]
    .flat()
    .filter((question) => !here.some(({ item }) => item.question.da === question))
    .map((question) => ({
      form,
      item: name,
      message: `has an ending for “${question}”, which is asked and scored nowhere`,
    }));
}

const endingForKnown: EndingRule = {
  id: "ending-for-known",
  teaches: "An ending of a question that nobody is asked, or that is not scored, is never read and grows old unseen.",
  source: "own rule: what is not used is not kept",
  check: (endings, questions) =>
    Object.entries(endings).flatMap(([item, written]) => [
      ...FORM_NAMES.flatMap((form) => neverAsked(item, form, written.forms[form]?.asked ?? [], questions)),
      ...SIDES.filter((side) => isUnused(written, side)).map((side) => ({
        form: FORM_NAMES.find((form) => written.forms[form]) ?? ("staff" as const),
        item,
        message: `has a ${side} ending that none of its forms uses`,
      })),
    ]),
};

const endingDiffers: EndingRule = {
  id: "ending-differs",
  teaches: "The two sides of an answer are two sentences, and English is not Danish: what is the same was copied.",
  source: "own rule",
  check: (endings) => {
    const all = allEndings(endings);
    const isTwin = (one: Ending, other: Ending) =>
      one !== other && one.item === other.item && one.form === other.form && one.text === other.text;
    return all
      .filter((ending) => all.some((other) => isTwin(ending, other)))
      .map(({ item, form, locale, side }) => ({
        item,
        form,
        language: locale,
        message: `says the same twice (${side})`,
      }));
  },
};

const MOST_CHARACTERS = 80;

const endingShort = aboutText(
  {
    id: "ending-short",
    teaches: "The sentence begins with how many; it must be read in one breath.",
    source: "own rule: a leader has ten minutes for the page",
  },
  (text) => (text.length > MOST_CHARACTERS ? `has ${text.length} characters; ${MOST_CHARACTERS} at most` : undefined),
);

const endingGoesOn = aboutText(
  {
    id: "ending-goes-on",
    teaches: "It goes on with a sentence that has begun, and the page ends it: a small first letter, no full stop.",
    source: "own rule: the page puts the parts together",
  },
  (text) => {
    if (!/^\p{Ll}/u.test(text)) return "does not begin with a small letter";
    if (/[.?!:;…]/u.test(text)) return "has a mark that ends a sentence";
    return text === text.trim() && !/\s\s|[\n\t]/u.test(text) ? undefined : "has blanks too many";
  },
);

const endingPlain = aboutText(
  {
    id: "ending-plain",
    teaches: "Figures come from the table and quotes from the answers; an ending has neither.",
    source: "own rule: what is typed in cannot follow the figures",
  },
  (text) => {
    if (/\d|%/u.test(text)) return "has a figure";
    return /["“”„«»‹›‘]|(?<!\p{L})['’]/u.test(text) ? "has quotation marks" : undefined;
  },
);

/** "må", "ved" and the like; every other verb in the Danish present ends in r or s ("synes"). */
const PRESENT = /^(?:må|kan|skal|vil|ved|gør|\p{Ll}+r|synes)$/u;
/** "Has", "is", "finds": one child's. */
const SINGULAR = /^(?!(?:always|sometimes|miss|discuss|pass)$)\p{Ll}+s$/u;

const endingVerbFirst = aboutText(
  {
    id: "ending-verb-first",
    teaches: "“7 ud af 10 børn” is the subject: the verb comes next, in the present, in English in the plural.",
    source: "own rule: read aloud behind “De fleste børn”",
  },
  (text, { locale }) => {
    const [first = ""] = wordsOf(text);
    if (locale === "da") return PRESENT.test(first) ? undefined : "does not begin with a verb in the present";
    return SINGULAR.test(first) ? "has a verb for one child" : undefined;
  },
);

/** Capital I is you all in Danish; small i is in. */
const OTHER_PERSONS: Readonly<Record<Locale, RegExp>> = {
  da: word("du|dig|din|dit|dine|jeg|mig|min|mit|mine|vi|os|vores|I|jer|jeres", "u"),
  en: word("I|me|my|mine|we|us|our|ours|you|your|yours", "u"),
};

const endingThirdPerson = aboutText(
  {
    id: "ending-third-person",
    teaches: "The children speak of themselves in the question; the sentence speaks of them: “sig”, “de”, “deres”.",
    source: "own rule: read aloud behind “De fleste børn”",
  },
  (text, { locale }) => {
    const found = OTHER_PERSONS[locale].exec(text)?.[0];
    return found && `says “${found}”`;
  },
);

const ABSOLUTE: Readonly<Record<Locale, RegExp>> = {
  da: word("altid|aldrig|fuldstændig|fuldstændigt|overhovedet|alle børn|ingen børn"),
  en: word("always|never|completely|totally|at all times|all children|no children"),
};

const endingNotStronger = aboutText(
  {
    id: "ending-not-stronger",
    teaches: "A side holds two steps, “for det meste” and “altid”: a sentence is true of both, so it says “som regel”.",
    source: "own rule: never more than was answered",
  },
  (text, { locale }) => {
    const found = ABSOLUTE[locale].exec(text)?.[0];
    return found && `says more than all who answered so (“${found}”)`;
  },
);

const JUDGING: Readonly<Record<Locale, RegExp>> = {
  da: word(
    "dårlig\\p{L}*|værst\\p{L}*|elendig\\p{L}*|svage?|desværre|fejler|forkert\\p{L}*|mærkelig\\p{L}*|besværlig\\p{L}*",
  ),
  en: word("bad|badly|worse|worst|poor|poorly|weak|unfortunately|sadly|fail|fails|wrongly|weird|difficult children"),
};
const RED_LIST = inLists("redList");

const endingKind = aboutText(
  {
    id: "ending-kind",
    teaches:
      "It tells what was answered about something, and judges nobody. What must not be asked is not told either.",
    source: "surveys/linter/rules/{kindness,wording}.ts: the same lists",
  },
  (text, { locale }) => {
    const found = (JUDGING[locale].exec(text) ?? RED_LIST(locale).exec(text))?.[0];
    return found && `says “${found}”`;
  },
);

const SENSITIVE = inLists("sensitive");

export const endingSensitive = aboutText(
  {
    id: "ending-sensitive",
    teaches:
      "A sentence may speak of being alone, afraid or teased where the question did, and was asked in confidence.",
    source: "General Comment 12 (safe and sensitive to risk)",
  },
  (text, { locale, form }, question) => {
    if (audienceOf(form) !== "child" || question?.isSensitive) return undefined;
    const found = SENSITIVE(locale).exec(text)?.[0];
    return found && `says “${found}”, and its question is not marked sensitive`;
  },
);

export const ENDING_RULES: readonly EndingRule[] = [
  endingForEach,
  endingForKnown,
  endingDiffers,
  endingShort,
  endingGoesOn,
  endingPlain,
  endingVerbFirst,
  endingThirdPerson,
  endingNotStronger,
  endingKind,
  endingSensitive,
];

/** Of the file, held against all scored questions of the bank and of what is published. */
export const lintEndings = (endings: Endings, questions: readonly ScoredQuestion[]): Finding[] =>
  ENDING_RULES.flatMap((rule) =>
    rule.check(endings, questions).map((fault) => ({ rule: rule.id, survey: "surveys/bank/endings.json", ...fault })),
  );
