/** What every scale's drawing is given. */
import type { AnswerValue, PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import type { Take } from "../use-steps";

export interface ScaleProps {
  /** As this child meets it: choices in its own order, words filled in. */
  readonly item: PaperItem;
  /** The values of the choices as the paper was written, least first; the child's own order may be turned. */
  readonly order?: readonly string[];
  readonly walk: Walk;
  readonly answer?: AnswerValue;
  /** For what is no field of a form: a drawing. */
  readonly take: Take;
}

export const isChosen = (answer: AnswerValue | undefined, value: string): boolean =>
  Array.isArray(answer) ? answer.includes(value) : answer === value;
