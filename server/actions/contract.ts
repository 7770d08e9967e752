/** The action board of an institution: what classes proposed, what is being done and by whom, what is done, what was dropped. */
import type { Day } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { LocalText } from "#surveys/paper/local-text";
import type { Index } from "#surveys/scoring/indices";

export const ACTION_STATES = ["proposed", "underway", "done", "dropped"] as const;
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
