/** The answers of one question: native radio buttons, checkboxes or a text field, drawn as picture cards. */
import type { PaperChoice, PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { Icon } from "~/components/ui/icon";
import { DrawnPicture } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import { useVoice } from "./voice";

interface ChoiceCardProps {
  readonly choice: PaperChoice;
  readonly field: string;
  readonly isSeveral: boolean;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
}

/** The loudspeaker lies on the card, not in its label: a button must not stand inside another control's label. */
function ChoiceCard({ choice, field, isSeveral, isChosen, isDisabled }: ChoiceCardProps) {
  const { dir } = usePlayer();
  const { isOn, say } = useVoice();
  const id = `choice ${choice.value}`;
  return (
    <div className="answer">
      <label>
        <input
          className="visually-hidden"
          type={isSeveral ? "checkbox" : "radio"}
          name={field}
          value={choice.value}
          defaultChecked={isChosen}
          disabled={isDisabled}
          onChange={({ target }) => isOn && target.checked && say(id, choice.label, choice.sound)}
        />
        <span className="answer-card">
          <span className="answer-picture">
            {choice.picture && <DrawnPicture picture={choice.picture} dir={dir} />}
          </span>
          <span className="answer-label">{choice.label}</span>
          <span className="answer-tick">
            <Icon name="check-bold" />
          </span>
        </span>
      </label>
      <Speaker id={id} text={choice.label} sound={choice.sound} />
    </div>
  );
}

interface AnswersProps {
  readonly item: PaperItem;
  readonly walk: Walk;
}

function TextAnswer({ item, walk }: AnswersProps) {
  const { words } = usePlayer();
  const text = walk.answers[item.name];
  return (
    <textarea
      className="answer-text"
      name={`text.${item.name}`}
      aria-label={words.writeHere}
      placeholder={words.writeHere}
      maxLength={item.maxLength}
      defaultValue={typeof text === "string" ? text : ""}
    />
  );
}

export function Answers({ item, walk }: AnswersProps) {
  // Without scripts nothing could be made free again once the rest is disabled.
  const { isAwake } = useVoice();
  if (item.type === "text") return <TextAnswer item={item} walk={walk} />;
  const isSeveral = item.type === "choose-pictures";
  const answer = walk.answers[item.name];
  const isChosen = (value: string) => (Array.isArray(answer) ? answer.includes(value) : answer === value);
  const isFull = isAwake && isSeveral && Array.isArray(answer) && answer.length >= (item.maxChoices ?? Infinity);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers lay a fieldset out by rules of their own, which break the grid.
    <div className="answers" data-type={item.type} role="group" aria-label={item.question}>
      {item.choices.map((choice) => (
        <ChoiceCard
          key={choice.value}
          choice={choice}
          field={`${isSeveral ? "choices" : "choice"}.${item.name}`}
          isSeveral={isSeveral}
          isChosen={isChosen(choice.value)}
          isDisabled={isFull && !isChosen(choice.value)}
        />
      ))}
    </div>
  );
}
