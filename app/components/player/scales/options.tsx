/**
 * Labelled steps, each with a ring that is filled as far as the step goes. Radio buttons: one tab stop, arrows choose. The
 * ring follows the step's own place in the scale, whichever way the scale is turned for this child.
 */
import { usePlayer } from "../player-context";
import { ChoiceCard } from "./cards";
import { Ring } from "./ring";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";

export function Options({ item, answer, order = item.choices.map(({ value }) => value) }: ScaleProps) {
  const { band } = usePlayer();
  const hasScenes = item.choices.some(({ picture }) => picture && picture.kind !== "thing");
  return (
    <div className="answers" data-type={hasScenes ? "three-pictures" : "options"} data-count={item.choices.length}>
      {item.choices.map((choice) => {
        const card = { item, choice, isChosen: isChosen(answer, choice.value) };
        if (hasScenes) return <ChoiceCard key={choice.value} {...card} />;
        const step = (
          <span className="answer-card step-card">
            <Ring step={order.indexOf(choice.value)} of={item.choices.length - 1} />
            <span className="step-label">{choice.label}</span>
          </span>
        );
        return <ChoiceCard key={choice.value} {...card} face={step} isQuiet={band === "13-18"} />;
      })}
    </div>
  );
}
