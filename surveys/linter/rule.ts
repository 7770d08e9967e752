/** What a rule is, and what it finds. */
import type { FormName } from "../paper/form";
import type { Language } from "../paper/language";
import type { LintForm } from "./lint-form";

export interface Finding {
  readonly rule: string;
  readonly survey: string;
  readonly form: FormName;
  /** Absent where the whole form is meant. */
  readonly item?: string;
  readonly language?: Language;
  /** What is wrong here, in one sentence. */
  readonly message: string;
}

export type Fault = Omit<Finding, "rule" | "survey" | "form">;

/** About an item of several forms: the form at which it is seen. */
export type FormFault = Fault & Pick<Finding, "form">;

/** A rule about forms beside each other, of one survey or of the bank. */
export interface FormsRule extends Omit<Rule, "check"> {
  readonly check: (forms: readonly LintForm[]) => readonly FormFault[];
}

export interface Rule {
  /** Never reused for something else. */
  readonly id: string;
  /** Why, so that who reads it writes better surveys. */
  readonly teaches: string;
  /** The evidence or law behind it. */
  readonly source: string;
  readonly check: (form: LintForm) => readonly Fault[];
}
