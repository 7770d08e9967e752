/** What a question is about, in a small picture beside it, where the answers' own pictures do not show it already. */
import type { PaperItem } from "#surveys/paper/paper";
import { DrawnPicture } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";

/** On these the answers are drawn in the question's scene, or stand on it. */
const SHOWN_BY_ANSWERS: readonly PaperItem["type"][] = [
  "two-pictures",
  "two-step",
  "three-pictures",
  "pairs",
  "place-map",
];

export function QuestionPicture({ item: { type, picture } }: { readonly item: PaperItem }) {
  const { band, dir } = usePlayer();
  // Young people have words alone, and the rings of their answers.
  if (!picture || band === "13-18" || SHOWN_BY_ANSWERS.includes(type)) return null;
  return (
    <span className="question-picture" data-kind={picture.kind}>
      <DrawnPicture picture={picture} dir={dir} />
    </span>
  );
}
