/** Questions with what was answered to each, and a way back to each. */
import type { PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { fillWords } from "#surveys/paper/words/words";
import { Icon } from "~/components/ui/icon";
import { GivenAnswer } from "./given-answer";
import { usePlayer } from "./player-context";

export function OwnAnswerList({ items, walk }: { readonly items: readonly PaperItem[]; readonly walk: Walk }) {
  const { words } = usePlayer();
  return (
    <ol className="own-answer-list">
      {items.map((item) => (
        <li key={item.name} className="own-answer">
          <p>{item.question}</p>
          <div className="givens">
            <GivenAnswer item={item} walk={walk} />
          </div>
          <button
            type="submit"
            className="round"
            name="do"
            value={`go-to:${item.name}`}
            aria-label={fillWords(words.change, item.question)}
          >
            <Icon name="pencil-simple-bold" />
          </button>
        </li>
      ))}
    </ol>
  );
}
