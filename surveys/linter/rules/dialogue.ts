/** Rules about what a class is asked to talk about (surveys/bank/dialogue-questions.ts): open, short, and about nobody. */
import type { Talks } from "../../bank/dialogue-questions";
import type { Locale } from "../../paper/local-text";
import type { Rule } from "../rule";
import { inLists, word } from "./in-words";

const LOCALES = ["da", "en"] as const satisfies readonly Locale[];

/** A text of the file: a question, or the lead that "Tal med børnene om" goes on with. */
interface Said {
  /** `W1 young 2` */
  readonly where: string;
  readonly kind: "lead" | "question";
  readonly locale: Locale;
  readonly text: string;
}

export interface DialogueRule extends Omit<Rule, "check"> {
  /** What is wrong with a text, if anything. */
  readonly check: (said: Said) => string | undefined;
}

export interface DialogueFinding {
  readonly rule: string;
  readonly where: string;
  readonly language: Locale;
  readonly message: string;
}

const OPEN: Readonly<Record<Locale, RegExp>> = {
  da: /^(?:Hvad|Hvornår|Hvordan|Hvor|Hvilke|Hvilken|Hvilket)(?!\p{L})(?! (?:mange|tit|ofte)(?!\p{L}))/u,
  en: /^(?:What|When|How|Where|Which)(?!\p{L})(?! (?:many|often)(?!\p{L}))/u,
};

const dialogueOpen: DialogueRule = {
  id: "dialogue-open",
  teaches:
    "A yes ends the talk. “Hvad”, “hvornår”, “hvordan” and “hvor” begin it; why and how many put children on the spot.",
  source: "General Comment 12 (children express their views freely); open prompts in Lamb et al. 2008",
  check: ({ kind, locale, text }) => {
    if (kind === "lead") return undefined;
    if (!OPEN[locale].test(text)) return "does not begin with an open question word";
    return text.endsWith("?") && text.split("?").length === 2 ? undefined : "is not one question that ends with “?”";
  },
};

const MOST_CHARACTERS = 90;

const dialogueShort: DialogueRule = {
  id: "dialogue-short",
  teaches: "It is said aloud to a class, once.",
  source: "own rule",
  check: ({ text }) =>
    text.length > MOST_CHARACTERS ? `has ${text.length} characters; ${MOST_CHARACTERS} at most` : undefined,
};

const WHO: Readonly<Record<Locale, RegExp>> = {
  da: word(
    "hvem|hvis er|hvilke[nt]? (?:\\p{L}+ )?(?:barn|børn|elev|elever|dreng|drenge|pige|piger|voksen|voksne|lærere?|pædagog(?:er)?|kammerat(?:er)?)|navn|navne|hedder",
  ),
  en: word(
    "who|whom|whose|which (?:\\p{L}+ )?(?:child|children|pupils?|students?|boys?|girls?|adults?|teachers?|friends?)|names?|called",
  ),
};
const NEGATIVE: Readonly<Record<Locale, RegExp>> = {
  da: word("ikke|aldrig|ingen|mangler|udenfor|alene|driller|mobber|sur|skælder"),
  en: word("not|never|no|nobody|lacks?|left out|alone|teases?|bullies|cross"),
};

const dialogueNoNames: DialogueRule = {
  id: "dialogue-no-names",
  teaches: "A class that is asked who names a child, and the child hears it. Ask when, where and what helps.",
  source: "General Comment 12 (safe and sensitive to risk)",
  check: ({ kind, locale, text }) => {
    const found = WHO[locale].exec(text)?.[0];
    if (found === undefined || (kind === "lead" && !NEGATIVE[locale].test(text))) return undefined;
    return `asks for a person (“${found}”)`;
  },
};

const RED_LIST = inLists("redList");
const SENSITIVE = inLists("sensitive");

const dialogueKind: DialogueRule = {
  id: "dialogue-kind",
  teaches:
    "In a class everybody hears the answer: not about being alone, afraid or teased, nor about what must not be asked.",
  source: "surveys/linter/words: the same lists as for what is asked in confidence",
  check: ({ locale, text }) => {
    const found = (RED_LIST(locale).exec(text) ?? SENSITIVE(locale).exec(text))?.[0];
    return found && `says “${found}”`;
  },
};

const dialogueLead: DialogueRule = {
  id: "dialogue-lead",
  teaches: "“Tal med børnene om” goes on with it: a small first letter, no mark, no comma before it.",
  source: "own rule: the page puts the parts together",
  check: ({ kind, text }) => {
    if (kind === "question") return undefined;
    if (/[.?!:;…"“”]/u.test(text) || text !== text.trim()) return "has a mark or a blank too many";
    if (!/^\p{Ll}/u.test(text)) return "does not begin with a small letter";
    return /^hv|^at hv/u.test(text) ? "needs a comma before it" : undefined;
  },
};

export const DIALOGUE_RULES: readonly DialogueRule[] = [
  dialogueOpen,
  dialogueShort,
  dialogueNoNames,
  dialogueKind,
  dialogueLead,
];

function everythingSaid(talks: Talks): Said[] {
  return Object.entries(talks).flatMap(([index, { lead, young, older }]) => {
    const questions = Object.entries({ young, older }).flatMap(([age, three]) =>
      three.map((text, at) => ({ where: `${index} ${age} ${at + 1}`, kind: "question" as const, text })),
    );
    return [{ where: `${index} lead`, kind: "lead" as const, text: lead }, ...questions].flatMap(({ text, ...said }) =>
      LOCALES.map((locale) => ({ ...said, locale, text: text[locale] })),
    );
  });
}

export const lintDialogue = (talks: Talks): DialogueFinding[] =>
  DIALOGUE_RULES.flatMap((rule) =>
    everythingSaid(talks).flatMap((said) => {
      const message = rule.check(said);
      return message === undefined
        ? []
        : [{ rule: rule.id, where: said.where, language: said.locale, message: `“${said.text}” ${message}` }];
    }),
  );
