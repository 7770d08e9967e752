/** What forms of a class dialogue post. Apart from the contract, so that no page carries zod. */
import { z } from "zod";
import { MOST_PROPOSED } from "./contract";

export const openDialogueForm = z.strictObject({
  /** `6-9`, or `6-9/<names of a group, joined by " + ">`. */
  audience: z.string().min(1).max(400),
  items: z.array(z.string().min(1).max(80)).min(1).max(60),
});

export const endDialogueForm = z.strictObject({ end: z.string().regex(/^[0-9a-f]{64}$/) });

/** One line as a class puts it; blanks are folded, so that a text of blanks is none. */
export const proposalForm = z.strictObject({
  /** Made with the form: the same one twice is one proposal. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  text: z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1).max(MOST_PROPOSED)),
  item: z.string().max(80).optional(),
  /** What looked like a name is none. */
  checked: z.literal("yes").optional(),
});
export type Proposal = z.infer<typeof proposalForm>;
