/** The foot of a page: back and onward, and on a page with one question its two quiet answers. */
import type { PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "./player-context";
import { QuietAnswers } from "./quiet-answers";

export function BackButton() {
  const { words } = usePlayer();
  return (
    <button type="submit" className="round back" name="do" value="back" aria-label={words.back}>
      <Icon name="arrow-left-bold" isDirectional />
    </button>
  );
}

export function NextButton() {
  const { words } = usePlayer();
  return (
    <button type="submit" className="next" name="do" value="next">
      {words.next}
      <Icon name="arrow-right-bold" isDirectional />
    </button>
  );
}

export function PlainFoot() {
  return (
    <footer className="foot plain-foot">
      <BackButton />
      <NextButton />
    </footer>
  );
}

export function QuestionFoot({ item, walk }: { readonly item: PaperItem; readonly walk: Walk }) {
  return (
    <footer className="foot question-foot">
      <BackButton />
      <QuietAnswers item={item} reason={walk.nonAnswers[item.name]} />
      <NextButton />
    </footer>
  );
}
