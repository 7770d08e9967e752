/**
 * Which side? Then a little or a lot? Two views of one question, because four answers at once are too many at four years.
 * The choices stand in the order a lot, a little | a little, a lot; a side shows its own "a lot", whose words name the
 * side alone. Buttons lead to the second view, where radio buttons choose. Without scripts all four are there at once.
 */
import { useEffect, useRef, useState } from "react";
import type { PaperChoice } from "#surveys/paper/paper";
import { usePlayer } from "../player-context";
import { Speaker } from "../speaker";
import { useVoice } from "../voice";
import { CardFace, CardSpeaker, ChoiceCard } from "./cards";
import { Pictures } from "./pictures";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";

type Side = readonly PaperChoice[];

export function TwoStep(props: ScaleProps) {
  const { item, answer } = props;
  const { words } = usePlayer();
  const { isAwake, isOn, say } = useVoice();
  const sides: readonly Side[] = [item.choices.slice(0, 2), item.choices.slice(2)];
  const [opened, setOpened] = useState(() => sides.findIndex((side) => side.some(({ value }) => value === answer)));
  const heading = useRef<HTMLParagraphElement>(null);
  const first = useRef<HTMLDivElement>(null);
  const hasTurned = useRef(false);

  useEffect(() => {
    if (!hasTurned.current) return;
    if (opened >= 0) heading.current?.focus({ preventScroll: true });
    else first.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [opened]);

  if (!isAwake) return <Pictures {...props} />;

  const open = (index: number, choice?: PaperChoice) => {
    hasTurned.current = true;
    if (isOn && choice) say(`step ${item.name}`, [words.howMuch]);
    setOpened(index);
  };
  const side = sides[opened];
  if (!side)
    return (
      <div className="answers" data-type="two-pictures" ref={first}>
        {sides.map((choices, index) => {
          // The outermost of a side is its "a lot", whichever way the paper was turned.
          const outer = index === 0 ? choices[0] : choices.at(-1);
          return outer ? (
            <div key={outer.value} className="answer">
              <button type="button" className="answer-button" onClick={() => open(index, outer)}>
                <CardFace choice={outer} />
              </button>
              <CardSpeaker item={item} choice={outer} />
            </div>
          ) : null;
        })}
      </div>
    );
  return (
    <div className="second-step">
      <div className="second-step-head">
        <div className="with-speaker">
          <p ref={heading} tabIndex={-1}>
            {words.howMuch}
          </p>
          <Speaker id={`step ${item.name}`} texts={[words.howMuch]} />
        </div>
        <button type="button" className="pill" onClick={() => open(-1)}>
          {words.otherSide}
        </button>
      </div>
      <div className="answers" data-type="two-pictures">
        {side.map((choice) => (
          <ChoiceCard key={choice.value} item={item} choice={choice} isChosen={isChosen(answer, choice.value)} />
        ))}
      </div>
    </div>
  );
}
