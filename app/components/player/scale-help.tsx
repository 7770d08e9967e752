/** A sentence under the question where a way of answering needs one. */
import type { PaperItem } from "#surveys/paper/paper";
import { helpFor } from "#surveys/paper/words/help-for";
import { usePlayer } from "./player-context";

export function ScaleHelp({ item }: { readonly item: PaperItem }) {
  const { words } = usePlayer();
  const help = helpFor(item, words);
  return help ? <p>{help}</p> : null;
}
