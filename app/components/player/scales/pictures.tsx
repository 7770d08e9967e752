/**
 * One of a few pictures: two or three pictures; faces (for rating activities only, every one of them content, so that there
 * is no sad answer to avoid); again (yes, maybe, rather something else); pairs (which child is like you?). Keyboard: one tab
 * stop, arrows choose. Mirrored right to left by the style sheet alone.
 */
import { ChoiceCard, havePictures } from "./cards";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";

export function Pictures({ item, answer }: ScaleProps) {
  return (
    <div className="answers" data-type={item.type} data-count={item.choices.length} data-pictures={havePictures(item)}>
      {item.choices.map((choice) => (
        <ChoiceCard key={choice.value} item={item} choice={choice} isChosen={isChosen(answer, choice.value)} />
      ))}
    </div>
  );
}
