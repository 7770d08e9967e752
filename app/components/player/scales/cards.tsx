/** Cards with a picture, a loudspeaker and words: a radio button or a checkbox, or a button. The whole card is the target. */
import type { ReactNode } from "react";
import type { PaperChoice, PaperItem } from "#surveys/paper/paper";
import { DrawnPicture } from "~/components/pictures/drawn";
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "../player-context";
import { Speaker } from "../speaker";
import { useVoice } from "../voice";

/** For the style sheet: pictures stand above their words. */
export const havePictures = ({ choices }: PaperItem): true | undefined =>
  choices.some(({ picture }) => picture !== undefined) || undefined;

export function CardFace({ choice, badge }: { readonly choice: PaperChoice; readonly badge?: ReactNode }) {
  const { dir } = usePlayer();
  return (
    <span className="answer-card">
      {choice.picture ? (
        <span className="answer-picture">
          <DrawnPicture picture={choice.picture} dir={dir} />
        </span>
      ) : null}
      <span className="answer-label">{choice.label}</span>
      <span className="answer-tick">{badge ?? <Icon name="check-bold" />}</span>
    </span>
  );
}

/** The loudspeaker lies on the card, not in its label: a button must not stand inside another control's label. */
export function CardSpeaker({ item, choice }: { readonly item: PaperItem; readonly choice: PaperChoice }) {
  return <Speaker id={`choice ${item.name} ${choice.value}`} texts={[choice.label]} isAside />;
}

interface ChoiceCardProps {
  readonly item: PaperItem;
  readonly choice: PaperChoice;
  readonly isSeveral?: boolean;
  /** What a form calls the choice; a side is chosen before its answer. */
  readonly field?: "choice" | "choices" | "side";
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  /** Its part in a group with one tab stop. */
  readonly stop?: object;
  /** What stands on the card in place of picture and words. */
  readonly face?: ReactNode;
  /** Without a loudspeaker of its own. */
  readonly isQuiet?: boolean;
}

export function ChoiceCard({
  item,
  choice,
  isSeveral = false,
  field = isSeveral ? "choices" : "choice",
  isChosen,
  isDisabled,
  stop,
  face,
  isQuiet,
}: ChoiceCardProps) {
  const { isOn, say } = useVoice();
  const { practiceDone } = usePlayer().words;
  const id = `choice ${item.name} ${choice.value}`;
  // At a try every answer is right.
  const said = item.isPractice ? [choice.label, practiceDone] : [choice.label];
  return (
    <div className="answer">
      <label>
        <input
          className="visually-hidden"
          type={isSeveral ? "checkbox" : "radio"}
          name={`${field}.${item.name}`}
          value={choice.value}
          checked={isChosen}
          disabled={isDisabled}
          {...stop}
          onChange={({ target }) => isOn && target.checked && say(id, said)}
        />
        {face ?? <CardFace choice={choice} />}
      </label>
      {isQuiet ? null : <CardSpeaker item={item} choice={choice} />}
    </div>
  );
}
