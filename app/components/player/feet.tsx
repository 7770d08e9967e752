/** The foot of a page: back and onward, and on a page with one question its two quiet answers. */
import type { NonAnswer, PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { Thing } from "~/components/pictures/drawn";
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "./player-context";

export function BackButton() {
  const { words } = usePlayer();
  return (
    <button type="submit" className="round back" name="do" value="back" aria-label={words.back}>
      <Icon name="arrow-left-bold" isDirectional />
    </button>
  );
}

function NextButton() {
  const { words } = usePlayer();
  return (
    <button type="submit" className="next" name="do" value="next">
      {words.next}
      <Icon name="arrow-right-bold" isDirectional />
    </button>
  );
}

interface QuietAnswersProps {
  readonly item: PaperItem;
  readonly reason?: NonAnswer;
  /** Young people have words alone. */
  readonly isPlain?: boolean;
}

/** "Vil ikke svare" and "Forstår ikke". */
export function QuietAnswers({ item: { name, question }, reason, isPlain }: QuietAnswersProps) {
  const { words } = usePlayer();
  const quiet = [
    { step: "decline", is: "declined", thing: "zipper-mouth-face", text: words.declined },
    { step: "not-understood", is: "not-understood", thing: "thinking-face", text: words.notUnderstood },
  ] as const;
  return (
    <>
      {quiet.map(({ step, is, thing, text }) => (
        <button
          key={step}
          type="submit"
          className={isPlain ? "quiet" : "pill"}
          name="do"
          value={`${step}:${name}`}
          aria-pressed={reason === is}
          aria-label={isPlain ? `${text}: ${question}` : undefined}
        >
          {isPlain ? null : <Thing name={thing} />}
          {text}
        </button>
      ))}
    </>
  );
}

export function PlainFoot() {
  return (
    <footer className="foot plain-foot">
      <BackButton />
      <NextButton />
    </footer>
  );
}

export function QuestionFoot({ item, walk }: { readonly item: PaperItem; readonly walk: Walk }) {
  return (
    <footer className="foot">
      <BackButton />
      <QuietAnswers item={item} reason={walk.nonAnswers[item.name]} />
      <NextButton />
    </footer>
  );
}
