/**
 * Stones to give, none to five. Each stone is a radio button (pressing the third gives three), so arrows work; beside them
 * one more and one fewer, as large as a stone, which the keys pass by: the stones are the one tab stop. Without scripts the
 * buttons post the form.
 */
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";
import type { ScaleProps } from "./scale-props";

export function Tokens({ item, answer }: ScaleProps) {
  const { words } = usePlayer();
  const { isAwake, isOn, say } = useVoice();
  const steps = [...item.choices].sort((one, other) => Number(one.value) - Number(other.value));
  const given = steps.findIndex(({ value }) => value === answer);
  return (
    <div className="answers tokens" data-type="tokens">
      <p className="tokens-given" aria-live="polite">
        {steps[given]?.label ?? "–"}
      </p>
      <div className="tokens-row">
        <button
          type="submit"
          className="token-step"
          name="do"
          value={`less:${item.name}`}
          tabIndex={isAwake ? -1 : undefined}
          aria-label={words.less}
        >
          <Icon name="minus-bold" />
        </button>
        <div className="token-stones">
          {steps.map((choice, index) => (
            <label key={choice.value} className="token" data-none={Number(choice.value) === 0 || undefined}>
              <input
                className="visually-hidden"
                type="radio"
                name={`choice.${item.name}`}
                value={choice.value}
                checked={index === given}
                aria-label={choice.label}
                onChange={({ target }) =>
                  isOn && target.checked && say(`choice ${item.name} ${choice.value}`, [choice.label])
                }
              />
              <span className="stone" data-taken={(index <= given && index > 0) || undefined} />
            </label>
          ))}
        </div>
        <button
          type="submit"
          className="token-step"
          name="do"
          value={`more:${item.name}`}
          tabIndex={isAwake ? -1 : undefined}
          aria-label={words.more}
        >
          <Icon name="plus-bold" />
        </button>
      </div>
    </div>
  );
}
