/** A question of a release as the item it was: as much of it as a release holds, enough for the side that counts as favourable. */
import type { ScoredItem } from "../paper/scoring-key";
import type { QuestionResult } from "./form-result";

export function questionAsItem({ item: name, type, theme, isAnchor, question, choices }: QuestionResult): ScoredItem {
  const isRow = type === "ladder" || type === "tokens";
  return {
    name,
    type,
    theme,
    isAnchor,
    question,
    choices: choices.flatMap(({ value, label }) => (label ? [{ value, label }] : [])),
    mostChosen: 1,
    favourable: choices.filter(({ isFavourable }) => isFavourable).map(({ value }) => value),
    ...(isRow && { codes: {} }),
  };
}
