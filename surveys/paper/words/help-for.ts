/** What is said under the question where a way of answering needs it: how, or who reads it. */
import { mostValues } from "../answer-value";
import type { PaperItem } from "../paper";
import type { PlayerWords } from "./words";
import { fillWords } from "./words";

export function helpFor(item: PaperItem, words: PlayerWords): string | undefined {
  const most = mostValues(item);
  if (item.type === "choose-pictures")
    return most < item.choices.length ? fillWords(words.atMost, most) : words.several;
  if (item.type === "rank-pictures") return fillWords(words.rankHelp, most);
  // No published survey asks for drawings yet; sound and photos stay on the device.
  if (item.type === "text") return words.readByAdult;
  return undefined;
}
