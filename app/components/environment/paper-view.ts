/** The paper that the law asks for, as its page draws it: of a release and of the action board, and of nothing else. */
import type { ActionFields, ActionState } from "#server/actions/contract";
import type { Environment } from "#surveys/bank/environment";
import type { FormName } from "#surveys/paper/form";

/** `school`: undervisningsmiljøvurdering. `daycare`: a text on the børnemiljø. `other`: no law that we know of asks. */
export type PaperKind = "school" | "daycare" | "other";

export interface ToldItem {
  readonly form: FormName;
  readonly text: string;
  /** "78 %, mellem 74 og 82 %" */
  readonly basis: string;
}

export interface PaperPart {
  readonly part: Environment;
  /** Empty where the children were asked nothing of it, or too few answered. */
  readonly told: readonly ToldItem[];
}

export interface PlannedAction extends Pick<ActionFields, "what" | "who" | "due" | "reason"> {
  readonly id: string;
  readonly state: ActionState;
  readonly since: string;
  readonly isOverdue: boolean;
  /** "Medbestemmelse: fra 32 til 41 af 100, Måske" as parts. */
  readonly effect?: {
    readonly index: string;
    readonly before: number;
    readonly after: number;
    readonly certainty: string;
  };
}

export interface PaperView {
  readonly kind: PaperKind;
  readonly back: string;
  readonly actionsAddress: string;
  readonly institution: string;
  readonly round: string;
  readonly closedOn: string;
  readonly sealedOn: string;
  readonly invited: number;
  readonly participants?: number;
  /** Children's forms of the round that have no figures. */
  readonly hidden: readonly FormName[];
  readonly parts: readonly PaperPart[];
  readonly findings: readonly { readonly text: string; readonly basis: string }[];
  readonly plan: readonly PlannedAction[];
}
