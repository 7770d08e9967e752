/** What the forms of the reading room post. Apart from the contract, so that no page carries zod. */
import { z } from "zod";
import { DONE_WORDS } from "./contract";

const version = z.coerce.number().int().min(0);
/** What the forms of a writing post. */
export const writingForm = z.discriminatedUnion("do", [
  z.object({ do: z.literal("fine"), version }),
  z.object({ do: z.literal("worry"), version }),
  z.object({ do: z.literal("cleanse"), version, text: z.string() }),
  z.object({ do: z.literal("quote"), version, checked: z.literal("yes").optional() }),
  z.object({ do: z.literal("done"), version, done: z.array(z.enum(DONE_WORDS)) }),
]);
export type WritingAct = z.infer<typeof writingForm>;
