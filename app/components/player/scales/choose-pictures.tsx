/**
 * Several pictures, up to a number. Checkboxes: one tab stop, arrows move among them, Space chooses; what is too many sleeps
 * until something is taken off.
 */
import { mostValues } from "#surveys/paper/answer-value";
import { helpFor } from "#surveys/paper/words/help-for";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";
import { ChoiceCard, havePictures } from "./cards";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";
import { useOneStop } from "./use-one-stop";

export function ChoosePictures({ item, answer }: ScaleProps) {
  // Without scripts nothing could be made free again once the rest is disabled.
  const { isAwake, isOn, say } = useVoice();
  const { words } = usePlayer();
  const isFull = isAwake && Array.isArray(answer) && answer.length >= mostValues(item);
  const open = item.choices.filter(({ value }) => !isFull || isChosen(answer, value));
  const { around, stopAt } = useOneStop(
    open.map(({ value }) => value),
    (value) => {
      const choice = open.find((one) => one.value === value);
      if (isOn && choice) say(`choice ${item.name} ${value}`, [choice.label]);
    },
  );
  return (
    <div
      className="answers"
      data-type={item.type}
      data-count={item.choices.length}
      data-pictures={havePictures(item)}
      role="toolbar"
      aria-label={helpFor(item, words)}
      {...around}
    >
      <input type="hidden" name={`asked.${item.name}`} value="" />
      {item.choices.map((choice) => (
        <ChoiceCard
          key={choice.value}
          item={item}
          choice={choice}
          isSeveral
          stop={stopAt(choice.value)}
          isChosen={isChosen(answer, choice.value)}
          isDisabled={isFull && !isChosen(answer, choice.value)}
        />
      ))}
    </div>
  );
}
