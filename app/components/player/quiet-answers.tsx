/**
 * "Vil ikke svare" and "Forstår ikke". The second says the question once more first, slowly, in simpler words where the item
 * has some, and only then counts as an answer of its own.
 */
import type { NonAnswer, PaperItem } from "#surveys/paper/paper";
import { Thing } from "~/components/pictures/drawn";
import { Fold } from "./fold";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import { useVoice } from "./voice";

interface QuietAnswersProps {
  readonly item: PaperItem;
  readonly reason?: NonAnswer;
  /** Older ones, and pages of several questions, have words alone. */
  readonly isPlain?: boolean;
}

function Face({ thing, text, isPlain }: { readonly thing: string; readonly text: string; readonly isPlain?: boolean }) {
  return (
    <>
      {isPlain ? null : <Thing name={thing} />}
      {text}
    </>
  );
}

function NotUnderstood({ item: { name, question, simpler = question }, isPlain }: QuietAnswersProps) {
  const { words } = usePlayer();
  const { spoken, say, stop } = useVoice();
  const id = `again ${name}`;
  const text = words.notUnderstood;
  return (
    <Fold
      className="again"
      buttonClass={isPlain ? "quiet" : "pill"}
      label={isPlain ? `${text}: ${question}` : undefined}
      button={<Face thing="thinking-face" text={text} isPlain={isPlain} />}
      onOpen={() => say(id, [simpler], { isSlow: true })}
      onClose={() => spoken?.id === id && stop()}
    >
      <section className="again-card" aria-label={words.simpler}>
        <div className="again-head">
          <h2>{simpler}</h2>
          <Speaker id={id} texts={[simpler]} isSlow />
        </div>
        <div className="again-buttons">
          <button type="submit" className="pill" name="do" value="stay">
            {words.nowYes}
          </button>
          <button type="submit" className="pill" name="do" value={`not-understood:${name}`}>
            {words.stillNot}
          </button>
        </div>
      </section>
    </Fold>
  );
}

export function QuietAnswers({ item, reason, isPlain }: QuietAnswersProps) {
  const { words } = usePlayer();
  const { name, question } = item;
  const button = (step: string, is: NonAnswer, thing: string, text: string) => (
    <button
      type="submit"
      className={isPlain ? "quiet" : "pill"}
      name="do"
      value={`${step}:${name}`}
      aria-pressed={reason === is}
      aria-label={isPlain ? `${text}: ${question}` : undefined}
    >
      <Face thing={thing} text={text} isPlain={isPlain} />
    </button>
  );
  return (
    <>
      {button("decline", "declined", "zipper-mouth-face", words.declined)}
      {reason === "not-understood" ? (
        button("not-understood", "not-understood", "thinking-face", words.notUnderstood)
      ) : (
        <NotUnderstood item={item} isPlain={isPlain} />
      )}
    </>
  );
}
