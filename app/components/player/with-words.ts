/** A paper with the child's own earlier words, and what is known of where it is, put into its texts. */
import type { Answers, Facts, Paper } from "#surveys/paper/paper";
import { fillIn } from "#surveys/paper/pipe";

export function withWords(paper: Paper, answers: Answers, facts: Facts): Paper {
  if (!paper.items.some(({ question, narration, simpler }) => `${question}${narration ?? ""}${simpler ?? ""}`.includes("{"))) return paper;
  const filled = (text: string) => fillIn(text, paper, answers, facts);
  const items = paper.items.map((item) => ({
    ...item,
    question: filled(item.question),
    narration: item.narration === undefined ? undefined : filled(item.narration),
    simpler: item.simpler === undefined ? undefined : filled(item.simpler),
  }));
  return { ...paper, items };
}
