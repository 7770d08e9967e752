/** What a leader's forms bring. Apart from the contract, so that no page carries zod. */
import { z } from "zod";
import { FEEDBACK_PICTURES } from "#surveys/pictures/feedback-picture-names";
import { AUDIENCES, MOST_WORDS } from "./contract";

const text = z
  .string()
  .transform((words) => words.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().max(MOST_WORDS, "too-long"));
const part = z.strictObject({ text, picture: z.enum(FEEDBACK_PICTURES).optional() });

/** What a leader's form brings; the sentences by their ids. */
const letterInput = z.strictObject({
  sentences: z.array(z.string().max(80)).max(40),
  parts: z.strictObject({ said: part, talked: part, doing: part, "not-doing": part }),
});
export const lettersInput = z.partialRecord(z.enum(AUDIENCES), letterInput);
export type LettersInput = z.infer<typeof lettersInput>;
export const followUpInput = z.partialRecord(z.enum(AUDIENCES), text);
