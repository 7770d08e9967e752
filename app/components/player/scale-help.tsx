/** A sentence under the question where a way of answering needs one. */
import type { PaperItem } from "#surveys/paper/paper";
import { mostValues } from "#surveys/paper/answer-value";
import type { PlayerWords } from "#surveys/paper/words/words";
import { fillWords } from "#surveys/paper/words/words";
import { usePlayer } from "./player-context";

export function helpFor(item: PaperItem, words: PlayerWords): string | undefined {
  const most = mostValues(item);
  if (item.type === "choose-pictures")
    return most < item.choices.length ? fillWords(words.atMost, most) : words.several;
  if (item.type === "rank-pictures") return fillWords(words.rankHelp, most);
  return undefined;
}

export function ScaleHelp({ item }: { readonly item: PaperItem }) {
  const { words } = usePlayer();
  const help = helpFor(item, words);
  return help ? <p>{help}</p> : null;
}
