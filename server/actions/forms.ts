/** What forms of the action board post. Apart from the contract, so that no page carries zod. */
import { z } from "zod";
import { FORM_NAMES } from "#surveys/paper/form";
import { INDICES } from "#surveys/scoring/indices";
import { ACTION_STATES, MOST } from "./contract";

const typed = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most));

const day = z.union([z.literal(""), z.iso.date()]);
const perspective = typed(MOST.perspective).default("");

export const actionFields = z.object({
  what: typed(MOST.what).pipe(z.string().min(1)),
  who: typed(MOST.who).default(""),
  due: day.default(""),
  reason: typed(MOST.reason).default(""),
  triggers: perspective,
  affects: perspective,
  maintains: perspective,
});

/** An empty field is none. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((given) => (given === "" ? undefined : given), shape.optional());

export const newActionForm = actionFields.extend({
  /** Made with the form: the same one twice is one action. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  round: optional(z.string().max(64)),
  form: optional(z.enum(FORM_NAMES)),
  index: optional(z.enum(INDICES)),
});
export type NewAction = z.infer<typeof newActionForm>;

export const changedActionForm = actionFields.extend({
  id: z.string().min(1).max(80),
  version: z.coerce.number().int().min(1),
  to: z.enum(ACTION_STATES),
});
export type ChangedAction = z.infer<typeof changedActionForm>;
