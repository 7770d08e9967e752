/** What the audit's filter asks. Apart from the contract, so that no page carries zod. */
import { z } from "zod";

const day = z.iso.date().optional().catch(undefined);
const text = z
  .string()
  .regex(/^[\w.:-]{1,64}$/)
  .optional()
  .catch(undefined);

/** Anything that is not a filter is left out of it. */
export const auditFilter = z.object({
  verb: text,
  user: text,
  institution: text,
  from: day,
  to: day,
  before: z.coerce.number().int().min(1).optional().catch(undefined),
});
