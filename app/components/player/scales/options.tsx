/**
 * Labelled steps, each with a ring that is filled as far as the step goes. Radio buttons: one tab stop, arrows choose. The
 * ring follows the step's own place in the scale, whichever way the scale is turned for this child.
 */
import type { PaperChoice, PaperItem } from "#surveys/paper/paper";
import { usePlayer } from "../player-context";
import { ChoiceCard } from "./cards";
import { Ring } from "./ring";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";

const QUARTERS = 4;

/** From so many letters on a word of a step does not fit into a fifth of a phone, nor of half a laptop. */
const LONG_WORD = 9;

const hasLongWord = ({ choices }: PaperItem) =>
  choices.some(({ label }) => label.split(/\s+/).some((word) => word.length >= LONG_WORD));

function StepFace({ choice, order }: { readonly choice: PaperChoice; readonly order: readonly string[] }) {
  const { picture } = choice;
  return (
    <span className="answer-card step-card">
      {picture?.kind === "amount" ? (
        <Ring step={picture.filled} of={QUARTERS} />
      ) : (
        <Ring step={order.indexOf(choice.value)} of={order.length - 1} />
      )}
      <span className="step-label">{choice.label}</span>
    </span>
  );
}

export function Options({ item, answer, order = item.choices.map(({ value }) => value) }: ScaleProps) {
  const { band } = usePlayer();
  const hasScenes = item.choices.some(({ picture }) => picture?.kind === "scene" || picture?.kind === "face");
  return (
    <div
      className="answers"
      data-type={hasScenes ? "three-pictures" : "options"}
      data-count={item.choices.length}
      data-pictures={hasScenes || undefined}
      data-long={hasLongWord(item) || undefined}
    >
      {item.choices.map((choice) => {
        const card = { item, choice, isChosen: isChosen(answer, choice.value) };
        return hasScenes ? (
          <ChoiceCard key={choice.value} {...card} />
        ) : (
          <ChoiceCard
            key={choice.value}
            {...card}
            face={<StepFace choice={choice} order={order} />}
            isQuiet={band === "13-18"}
          />
        );
      })}
    </div>
  );
}
