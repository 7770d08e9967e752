/** Recognises the two reasons for not answering. */
import type { NonAnswer } from "./paper";
import { NON_ANSWERS } from "./paper";

export function isNonAnswer(value: unknown): value is NonAnswer {
  return NON_ANSWERS.some((reason) => reason === value);
}
