/** A sentence under the question where a way of answering needs one. */
import { mostValues } from "../answer-value";
import type { PaperItem } from "../paper";
import type { PlayerWords } from "./words";
import { fillWords } from "./words";

export function helpFor(item: PaperItem, words: PlayerWords): string | undefined {
  const most = mostValues(item);
  if (item.type === "choose-pictures")
    return most < item.choices.length ? fillWords(words.atMost, most) : words.several;
  if (item.type === "rank-pictures") return fillWords(words.rankHelp, most);
  return undefined;
}
