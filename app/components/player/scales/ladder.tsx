/** A ladder from 0 at the bottom to 10 at the top: radio buttons drawn as rungs; the arrows climb. */
import { useVoice } from "../voice";
import { Icon } from "~/components/ui/icon";
import type { ScaleProps } from "./scale-props";
import { isChosen } from "./scale-props";

export function Ladder({ item, answer }: ScaleProps) {
  const { isOn, say } = useVoice();
  const rungs = [...item.choices].sort((one, other) => Number(other.value) - Number(one.value));
  return (
    <div className="answers ladder" data-type="ladder">
      {rungs.map((choice) => (
        <label key={choice.value} className="rung">
          <input
            className="visually-hidden"
            type="radio"
            name={`choice.${item.name}`}
            value={choice.value}
            checked={isChosen(answer, choice.value)}
            onChange={({ target }) =>
              isOn && target.checked && say(`choice ${item.name} ${choice.value}`, [choice.label])
            }
          />
          <span className="rung-bar">
            <span>{choice.label}</span>
            <Icon name="check-bold" />
          </span>
        </label>
      ))}
    </div>
  );
}
