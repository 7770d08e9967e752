/** The most important first: pressing gives the next number, pressing again takes it back. Buttons, one tab stop: arrows move; nothing is dragged. */
import { helpFor } from "#surveys/paper/words/help-for";
import { fillWords } from "#surveys/paper/words/words";
import { mostValues } from "#surveys/paper/answer-value";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";
import { CardFace, CardSpeaker, havePictures } from "./cards";
import type { ScaleProps } from "./scale-props";
import { useOneStop } from "./use-one-stop";

export function RankPictures({ item, answer }: ScaleProps) {
  const { words } = usePlayer();
  const { isOn, say } = useVoice();
  const ranked: readonly string[] = Array.isArray(answer) ? answer : [];
  const isFull = ranked.length >= mostValues(item);
  const { around, stopAt } = useOneStop(
    item.choices.map(({ value }) => value),
    (value) => {
      const choice = item.choices.find((one) => one.value === value);
      if (isOn && choice) say(`choice ${item.name} ${value}`, [choice.label]);
    },
  );
  return (
    <div
      className="answers"
      data-type="choose-pictures"
      data-count={item.choices.length}
      data-pictures={havePictures(item)}
      role="toolbar"
      aria-label={helpFor(item, words)}
      {...around}
    >
      {item.choices.map((choice) => {
        const rank = ranked.indexOf(choice.value) + 1;
        return (
          <div key={choice.value} className="answer">
            <button
              type="submit"
              className="answer-button"
              {...stopAt(choice.value)}
              name="do"
              value={`toggle:${item.name}:${choice.value}`}
              aria-pressed={rank > 0}
              aria-disabled={(isFull && rank === 0) || undefined}
              aria-label={rank > 0 ? fillWords(words.rankedAs, rank, choice.label) : choice.label}
              onClick={() => isOn && rank === 0 && say(`choice ${item.name} ${choice.value}`, [choice.label])}
            >
              <CardFace choice={choice} badge={rank > 0 ? <span className="rank">{rank}</span> : <></>} />
            </button>
            <CardSpeaker item={item} choice={choice} />
          </div>
        );
      })}
    </div>
  );
}
