/** The action board as its page draws it. */
import type { ActionFields, ActionState, ListedAction } from "#server/actions/contract";
import type { FormName } from "#surveys/paper/form";
import type { Index } from "#surveys/scoring/indices";

export interface EffectView {
  readonly round: string;
  readonly before: number;
  readonly after: number;
  readonly certainty: NonNullable<ListedAction["effect"]>["certainty"];
}

export interface ActionView {
  readonly action: Omit<ListedAction, "effect">;
  /** The title of the round that it is about. */
  readonly round?: string;
  readonly effect?: EffectView;
}

/** What a new action is about, as the address says it. */
export interface NewAbout {
  readonly round: string;
  readonly title: string;
  readonly form?: FormName;
  readonly index?: Index;
}

export type ActionFault = "what" | "who" | "due" | "reason" | "long" | "changed";

/** What could not be saved, as it was typed. */
export interface Unsaved {
  /** Of the action; of a new one the id its form was made with. */
  readonly id: string;
  readonly isNew: boolean;
  readonly fault: ActionFault;
  readonly typed: ActionFields;
}

export interface ActionsView {
  readonly back: string;
  readonly institution: string;
  readonly actions: readonly ActionView[];
  readonly mayWrite: boolean;
  readonly newId: string;
  readonly about?: NewAbout;
  readonly isNewOpen: boolean;
  readonly isSaved: boolean;
}

export const COLUMNS = ["proposed", "underway", "done"] as const satisfies readonly ActionState[];

export const NOTHING_TYPED: ActionFields = {
  what: "",
  who: "",
  due: "",
  reason: "",
  triggers: "",
  affects: "",
  maintains: "",
};
