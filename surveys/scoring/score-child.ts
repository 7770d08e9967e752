/**
 * A child's score on a theme, bands 3-9: the share of favourable answers among the scored items it answered, when it
 * answered at least half of them. Declined and not understood are counted elsewhere, never scored.
 */
import type { Answers, Theme } from "../paper/paper";
import type { ScoredItem, ScoringKey } from "../paper/scoring-key";

export const isScored = (item: ScoredItem): boolean => item.favourable.length > 0;

export function isFavourable(item: ScoredItem, answers: Answers): boolean | undefined {
  const answer = answers[item.name];
  return typeof answer === "string" ? item.favourable.includes(answer) : undefined;
}

/** 0 to 100, or undefined when fewer than half of the theme's items are answered. */
export function scoreChild(key: ScoringKey, theme: Theme, answers: Answers): number | undefined {
  const verdicts = key.items
    .filter((item) => item.theme === theme && isScored(item))
    .map((item) => isFavourable(item, answers));
  const answered = verdicts.filter((verdict) => verdict !== undefined);
  if (answered.length === 0 || answered.length * 2 < verdicts.length) return undefined;
  return (100 * answered.filter(Boolean).length) / answered.length;
}

/** Themes with at least one scored item, in the order of the form. */
export function scoredThemes(key: ScoringKey): Theme[] {
  return [...new Set(key.items.filter(isScored).map((item) => item.theme))];
}
