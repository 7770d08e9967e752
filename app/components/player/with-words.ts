/** A paper with the child's own earlier words, and what is known of where it is, put into its texts. */
import type { Answers, Facts, Paper, PaperItem } from "#surveys/paper/paper";
import { fillIn } from "#surveys/paper/pipe";

type Fill = (text: string) => string;

const inLabel =
  (fill: Fill) =>
  <T extends { readonly label: string }>(one: T): T => ({ ...one, label: fill(one.label) });

function withFilled({ question, narration, simpler, choices, places, ...item }: PaperItem, fill: Fill): PaperItem {
  return {
    ...item,
    question: fill(question),
    narration: narration === undefined ? undefined : fill(narration),
    simpler: simpler === undefined ? undefined : fill(simpler),
    choices: choices.map(inLabel(fill)),
    places: places?.map(inLabel(fill)),
  };
}

const textsOf = ({ question, narration, simpler, choices, places = [] }: PaperItem): string =>
  [question, narration, simpler, ...[...choices, ...places].map(({ label }) => label)].join();

export function withWords(paper: Paper, answers: Answers, facts: Facts): Paper {
  if (!paper.items.some((item) => textsOf(item).includes("{"))) return paper;
  const fill = (text: string) => fillIn(text, paper, answers, facts);
  return { ...paper, items: paper.items.map((item) => withFilled(item, fill)) };
}
