/**
 * The answers of one question, drawn by the scale it is asked on. The commonest scales come with the page, the others when
 * a paper has them. Outside of a round it needs nothing but a walk, a `take`, and the providers of words and voice.
 */
import { Suspense, createElement } from "react";
import { useVoice } from "./voice";
import { usePlayer } from "./player-context";
import { isAlwaysHere, rendererOf } from "./scales/renderers";
import type { ScaleProps } from "./scales/scale-props";

interface ScaleItemProps extends Omit<ScaleProps, "answer"> {
  /** False where it is shown, but not to be answered yet. */
  readonly isOpen?: boolean;
}

export function ScaleItem({ isOpen = true, ...props }: ScaleItemProps) {
  const { words } = usePlayer();
  // Without scripts nothing could be made free again once it is disabled.
  const { isAwake } = useVoice();
  const { item, walk } = props;
  const isClosed = isAwake && !isOpen;
  const drawn = createElement(rendererOf(item.type), { ...props, answer: walk.answers[item.name] });
  return (
    <fieldset className="scale" disabled={isClosed} aria-label={item.question}>
      {isClosed ? <p className="answer-first">{words.answerFirst}</p> : null}
      {isAlwaysHere(item.type) ? (
        drawn
      ) : (
        <Suspense fallback={<div className="answers" aria-busy="true" />}>{drawn}</Suspense>
      )}
    </fieldset>
  );
}
