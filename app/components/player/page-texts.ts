/** What is read aloud on the page where a walk stands, and on the one that comes after it. */
import type { Facts, Paper, PaperItem } from "#surveys/paper/paper";
import type { Step, Walk } from "#surveys/paper/walk";
import { currentPage, takeStep } from "#surveys/paper/walk";
import { helpFor } from "#surveys/paper/words/help-for";
import type { PlayerWords } from "#surveys/paper/words/words";

interface Place {
  /** As it is shown to this child: arranged, with words filled in. */
  readonly shown: Paper;
  /** As it was written: the walk goes through it. */
  readonly written: Paper;
  readonly walk: Walk;
  readonly facts: Facts;
  readonly words: PlayerWords;
}

/** A question as it is read: in its own words for the ear, and what is said of how to answer it. */
export function questionTexts(item: PaperItem, words: PlayerWords): string[] {
  const help = helpFor(item, words);
  return [item.narration ?? item.question, ...(help ? [help] : [])];
}

const answerTexts = (item: PaperItem): string[] => item.choices.map(({ label }) => label);

function textsOf({ shown, written, walk, facts, words }: Place): string[] {
  const page = currentPage(written, walk, facts);
  if (!page) return walk.stage === "looking" ? [words.ownAnswers, words.ownAnswersHelp] : [];
  if ("rest" in page) return [page.rest];
  const items = page.items.flatMap(({ name }) => shown.items.filter((item) => item.name === name));
  const practice = page.isPractice ? [words.practice, words.practiceHelp] : [];
  return [...practice, ...items.flatMap((item) => [...questionTexts(item, words), ...answerTexts(item)])];
}

/** In the order in which they may be needed. */
export function textsHereAndNext(place: Place): string[] {
  const step: Step = { do: place.walk.stage === "invited" ? "join" : "next" };
  const next = takeStep(place.written, place.walk, step, place.facts);
  return [...textsOf(place), ...(next === place.walk ? [] : textsOf({ ...place, walk: next }))];
}
