/** What the forms of the post send. Apart from the contract, so that no page carries zod. */
import { z } from "zod";

/** One address and nothing that could become a header. */
const mailAddress = z.string().trim().max(254).pipe(z.email());

export const mailDeed = z.discriminatedUnion("do", [
  z.object({ do: z.literal("test"), to: mailAddress }),
  z.object({ do: z.literal("retry"), id: z.string().min(1).max(64) }),
]);
