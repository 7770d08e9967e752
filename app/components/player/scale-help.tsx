/** A sentence under the question where a way of answering needs one. */
import type { PaperItem } from "#surveys/paper/paper";
import { helpFor } from "#surveys/paper/words/help-for";
import { fillWords } from "#surveys/paper/words/words";
import { usePlayer } from "./player-context";

export function ScaleHelp({ item }: { readonly item: PaperItem }) {
  const { words, readerRole } = usePlayer();
  const help = helpFor(item, words);
  if (!help) return null;
  return (
    <>
      <p>{help}</p>
      {item.type === "text" && readerRole ? <p>{fillWords(words.readerIs, readerRole)}</p> : null}
    </>
  );
}
