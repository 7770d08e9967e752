/**
 * Labelled steps, each with a ring that is filled as far as the step goes. Radio buttons: one tab stop, arrows choose. The
 * ring follows the step's own place in the scale, whichever way the scale is turned for this child.
 */
import { ChoiceCard } from "./cards";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";
import { Ring } from "./ring";
import { useVoice } from "../voice";
import type { PaperChoice, PaperItem } from "#surveys/paper/paper";
import { usePlayer } from "../player-context";
import { Speaker } from "../speaker";

interface StepCardProps {
  readonly item: PaperItem;
  readonly choice: PaperChoice;
  readonly step: number;
  readonly isChosen: boolean;
}

function StepCard({ item, choice, step, isChosen: isOn }: StepCardProps) {
  const { band } = usePlayer();
  const voice = useVoice();
  const id = `choice ${item.name} ${choice.value}`;
  return (
    <div className="answer">
      <label>
        <input
          className="visually-hidden"
          type="radio"
          name={`choice.${item.name}`}
          value={choice.value}
          checked={isOn}
          onChange={({ target }) => voice.isOn && target.checked && voice.say(id, choice.label, choice.sound)}
        />
        <span className="answer-card step-card">
          <Ring step={step} of={item.choices.length - 1} />
          <span className="step-label">{choice.label}</span>
        </span>
      </label>
      {band === "13-18" ? null : <Speaker id={id} text={choice.label} sound={choice.sound} />}
    </div>
  );
}

export function Options({ item, answer, order = item.choices.map(({ value }) => value) }: ScaleProps) {
  const hasScenes = item.choices.some(({ picture }) => picture && picture.kind !== "thing");
  return (
    <div className="answers" data-type={hasScenes ? "three-pictures" : "options"} data-count={item.choices.length}>
      {item.choices.map((choice) =>
        hasScenes ? (
          <ChoiceCard key={choice.value} item={item} choice={choice} isChosen={isChosen(answer, choice.value)} />
        ) : (
          <StepCard
            key={choice.value}
            item={item}
            choice={choice}
            step={order.indexOf(choice.value)}
            isChosen={isChosen(answer, choice.value)}
          />
        ),
      )}
    </div>
  );
}
