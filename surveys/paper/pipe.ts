/**
 * Puts words into a text: for `{name}` of an earlier item the label of the choice that was taken, for `{group}`,
 * `{institution}` and `{kind}` what is known of the one who answers. The result is plain text, never markup, and what is
 * put in is not looked through again. Nothing is known yet: a blank line of three dots.
 */
import type { Answers, Fact, Facts, Paper } from "./paper";
import { FACTS } from "./paper";

const PLACE = /\{(?:fact\.)?([^{}]{1,60})\}/g;
const NOTHING_YET = "…";
const MOST_OF_A_FACT = 80;

/** What stands between braces, in order. */
export function pipedNames(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name = ""]) => name);
}

export const isFact = (name: string): name is Fact => FACTS.some((fact) => fact === name);

/** A name somebody typed: its control and direction signs taken away, and not longer than a line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, MOST_OF_A_FACT);
}

function wordsFor(name: string, paper: Paper, answers: Answers, facts: Facts): string | undefined {
  const item = paper.items.find((one) => one.name === name);
  if (!item) return isFact(name) ? oneLine(facts[name] ?? "") : undefined;
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  const chosen = typeof answer === "string" ? [answer] : (answer ?? []);
  const labels = chosen.flatMap((value) => item.choices.find((choice) => choice.value === value)?.label ?? []);
  return labels.join(", ");
}

/** First Strong Isolate … Pop (Unicode UAX 9): a name keeps its direction within letters written from right to left. */
const isolated = (words: string, { dir }: Paper): string => (dir === "rtl" ? `\u2068${words}\u2069` : words);

/** Braces that name nothing the paper knows stay as they are. */
export function fillIn(text: string, paper: Paper, answers: Answers, facts: Facts = {}): string {
  if (!text.includes("{")) return text;
  return text.replace(PLACE, (written, name: string) => {
    const words = wordsFor(name, paper, answers, facts);
    return words === undefined ? written : words ? isolated(words, paper) : NOTHING_YET;
  });
}
