/**
 * The youngest's own answers: the pictures they chose, without words. A touch reads one aloud and shows the pencil that
 * leads back to its question; without scripts every picture has its pencil.
 */
import { useState } from "react";
import type { PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { fillWords } from "#surveys/paper/words/words";
import { DrawnPicture, Thing } from "~/components/pictures/drawn";
import { Icon } from "~/components/ui/icon";
import { givenTexts } from "./given-answer";
import { usePlayer } from "./player-context";
import { useVoice } from "./voice";

interface OwnPictureProps {
  readonly item: PaperItem;
  readonly walk: Walk;
}

/** The picture of the answer, or of why there is none. */
function Chosen({ item, walk }: OwnPictureProps) {
  const { dir } = usePlayer();
  const reason = walk.nonAnswers[item.name];
  if (reason) return <Thing name={reason === "declined" ? "zipper-mouth-face" : "thinking-face"} />;
  const answer = walk.answers[item.name];
  const choice = item.choices.find(({ value }) => value === answer);
  return choice?.picture ? <DrawnPicture picture={choice.picture} dir={dir} /> : <span className="own-none" />;
}

function OwnPicture({ item, walk, isHeld, onHold }: OwnPictureProps & { isHeld: boolean; onHold: () => void }) {
  const { words } = usePlayer();
  const { isAwake, say } = useVoice();
  const texts = [item.question, ...givenTexts(item, walk, words)];
  const touch = () => {
    onHold();
    say(`own ${item.name}`, texts);
  };
  return (
    <li className="own-picture">
      <button
        type="button"
        className="own-picture-button"
        aria-label={texts.join(" ")}
        aria-pressed={isHeld}
        onClick={touch}
      >
        <Chosen item={item} walk={walk} />
      </button>
      {isHeld || !isAwake ? (
        <button
          type="submit"
          className="round own-picture-change"
          name="do"
          value={`go-to:${item.name}`}
          aria-label={fillWords(words.change, item.question)}
        >
          <Icon name="pencil-simple-bold" />
        </button>
      ) : null}
    </li>
  );
}

export function OwnPictures({ items, walk }: { readonly items: readonly PaperItem[]; readonly walk: Walk }) {
  const [held, setHeld] = useState<string>();
  return (
    <ol className="own-pictures">
      {items.map((item) => (
        <OwnPicture
          key={item.name}
          item={item}
          walk={walk}
          isHeld={held === item.name}
          onHold={() => setHeld(item.name)}
        />
      ))}
    </ol>
  );
}
