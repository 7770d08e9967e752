/** The action board of an institution: what classes proposed, what is being done and by whom, what is done, what was dropped. */
import { z } from "zod";
import type { Day } from "#surveys/paper/calendar";
import { FORM_NAMES } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";
import type { LocalText } from "#surveys/paper/local-text";
import { INDICES } from "#surveys/scoring/indices";
import type { Index } from "#surveys/scoring/indices";

const ACTION_STATES = ["proposed", "underway", "done", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Where one can go from each state. */
export const NEXT_STATES: Readonly<Record<ActionState, readonly ActionState[]>> = {
  proposed: ["underway", "dropped"],
  underway: ["done", "dropped"],
  done: ["underway"],
  dropped: ["proposed"],
};

/** What an action is about: an index of a form in a round. */
export interface About {
  readonly roundId: string;
  readonly form?: FormName;
  readonly index?: Index;
}

/** Who thought of it: the leader, or a class in a dialogue, never a child. */
type Origin =
  | { readonly kind: "leader" }
  | { readonly kind: "class"; readonly group: readonly string[]; readonly form: FormName };

/** The SP-model's three perspectives on what is hard. */
export const PERSPECTIVES = ["triggers", "affects", "maintains"] as const;
type Perspective = (typeof PERSPECTIVES)[number];

/** What somebody types; everything may be empty but where a step needs it. */
export interface ActionFields extends Readonly<Record<Perspective, string>> {
  readonly what: string;
  /** A role, not a name. */
  readonly who: string;
  readonly due: Day | "";
  /** Why it was dropped. */
  readonly reason: string;
}

export interface Action extends ActionFields {
  readonly id: string;
  readonly institutionId: string;
  readonly about?: About;
  readonly origin: Origin;
  readonly state: ActionState;
  readonly createdOn: Day;
  /** The day of its state. */
  readonly since: Day;
  /** Counts changes: who writes says which one was read. */
  readonly version: number;
}

/** Since the action's round, in the next one that is made of the same items. */
export interface Effect {
  readonly roundTitle: LocalText;
  readonly before: number;
  readonly after: number;
  readonly certainty: "fairly-certain" | "maybe" | "cannot-tell";
}

export interface ListedAction extends Action {
  readonly isOverdue: boolean;
  readonly effect?: Effect;
}

export const MOST = { what: 400, who: 80, reason: 300, perspective: 1000 } as const;

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
