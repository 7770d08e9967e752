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

/** Answers that are scenes are the question's own, each with what is different in it. */
const areScenes = ({ choices }: PaperItem): boolean => choices.some(({ picture }) => picture?.kind === "scene");

export function QuestionPicture({ item }: { readonly item: PaperItem }) {
  const { type, picture } = item;
  const { band, dir } = usePlayer();
  // Young people have words alone, and the rings of their answers.
  if (!picture || band === "13-18" || SHOWN_BY_ANSWERS.includes(type) || areScenes(item)) return null;
  return (
    <span className="question-picture" data-kind={picture.kind}>
      <DrawnPicture picture={picture} dir={dir} />
    </span>
  );
}
