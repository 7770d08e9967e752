/** Several pictures, up to a number. Checkboxes; what is too many sleeps until something is taken off. */
import { mostValues } from "#surveys/paper/answer-value";
import { useVoice } from "../voice";
import { ChoiceCard } from "./cards";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";

export function ChoosePictures({ item, answer }: ScaleProps) {
  // Without scripts nothing could be made free again once the rest is disabled.
  const { isAwake } = useVoice();
  const isFull = isAwake && Array.isArray(answer) && answer.length >= mostValues(item);
  return (
    <div className="answers" data-type={item.type} data-count={item.choices.length}>
      <input type="hidden" name={`asked.${item.name}`} value="" />
      {item.choices.map((choice) => (
        <ChoiceCard
          key={choice.value}
          item={item}
          choice={choice}
          isSeveral
          isChosen={isChosen(answer, choice.value)}
          isDisabled={isFull && !isChosen(answer, choice.value)}
        />
      ))}
    </div>
  );
}
