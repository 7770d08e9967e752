/**
 * Which side? Then, after Videre, a little or a lot? Two views of one question, because four answers at once are too many at
 * four years. The choices stand in the order a lot, a little | a little, a lot; a side shows its own "a lot", whose words
 * name the side alone. Both views are radio buttons of the walk's form, so they work without scripts.
 */
import { useEffect, useRef } from "react";
import type { PaperChoice } from "#surveys/paper/paper";
import { sideOf } from "#surveys/paper/walk";
import { usePlayer } from "../player-context";
import { Speaker } from "../speaker";
import { useVoice } from "../voice";
import { ChoiceCard, havePictures } from "./cards";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";

function Sides({ item, walk, answer }: ScaleProps) {
  const sides: readonly (readonly PaperChoice[])[] = [item.choices.slice(0, 2), item.choices.slice(2)];
  const held = walk.half?.side ?? answer;
  return (
    <div className="answers" data-type="two-pictures" data-pictures={havePictures(item)}>
      {sides.map((side, index) => {
        // The outermost of a side is its "a lot", whichever way the paper was turned.
        const outer = index === 0 ? side[0] : side.at(-1);
        if (!outer) return null;
        const isHeld = side.some(({ value }) => value === held);
        return <ChoiceCard key={outer.value} item={item} choice={outer} field="side" isChosen={isHeld} />;
      })}
    </div>
  );
}

function HowMuch({ item, walk, answer }: ScaleProps) {
  const { words } = usePlayer();
  const heading = useRef<HTMLParagraphElement>(null);
  const { isOn, say } = useVoice();
  const id = `how much ${item.name}`;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (isOn) say(id, [words.howMuch]);
    // Once, when it comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const side = sideOf(item.choices, walk.half?.side ?? "");
  return (
    <div className="second-step">
      <div className="second-step-head with-speaker">
        <p ref={heading} tabIndex={-1}>
          {words.howMuch}
        </p>
        <Speaker id={id} texts={[words.howMuch]} />
      </div>
      <div className="answers" data-type="two-pictures" data-pictures={havePictures(item)}>
        {side.map((choice) => (
          <ChoiceCard key={choice.value} item={item} choice={choice} isChosen={isChosen(answer, choice.value)} />
        ))}
      </div>
    </div>
  );
}

export function TwoStep(props: ScaleProps) {
  const { half } = props.walk;
  return half?.isOpen && half.item === props.item.name ? <HowMuch {...props} /> : <Sides {...props} />;
}
