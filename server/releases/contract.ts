/** A release: the immutable, disclosure-controlled tables of one institution in one sealed round. Everybody reads this. */
import type { CodedCount, CodedShare } from "#surveys/disclosure/code-value";
import type { Quality, SuppressionReason } from "#surveys/disclosure/suppress";
import type { LocalText } from "#surveys/paper/local-text";
import type { FormName } from "#surveys/paper/form";
import type { Scale, Theme } from "#surveys/paper/paper";

export type { CodedShare };

interface ChoiceShare {
  readonly value: string;
  readonly label: LocalText;
  readonly isFavourable: boolean;
  readonly share: CodedShare;
}

export interface ItemTable {
  readonly name: string;
  readonly type: Scale;
  readonly theme: Theme;
  readonly isAnchor: boolean;
  readonly question: LocalText;
  readonly status: "shown" | "suppressed";
  readonly reason?: SuppressionReason;
  /** Children who answered this item, rounded down to fives; absent when nearly all who took part did. */
  readonly baseFives?: number;
  readonly choices: readonly ChoiceShare[];
  /** The favourable choices together; absent for items that are not scored. */
  readonly favourable?: CodedShare;
  readonly declined: CodedCount;
  readonly notUnderstood: CodedCount;
}

export interface IndexValue {
  readonly theme: Theme;
  readonly status: "shown" | "suppressed";
  readonly reason?: SuppressionReason;
  /** 0-100, rounded; the interval is rounded outwards. */
  readonly mean?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface FormTable {
  readonly band: FormName;
  readonly invited: number;
  /** Absent when suppressed: then even the number could lead back to somebody. */
  readonly responded?: number;
  /** How much the form's own response rate allows to say; absent when suppressed. */
  readonly quality?: Quality;
  readonly status: "shown" | "suppressed";
  readonly reason?: SuppressionReason;
  readonly items: readonly ItemTable[];
  readonly indices: readonly IndexValue[];
}

export interface Release {
  readonly roundId: string;
  readonly roundTitle: LocalText;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly version: number;
  readonly survey: string;
  readonly surveyVersion: number;
  /** ISO dates without a time. */
  readonly closedOn: string;
  readonly sealedOn: string;
  readonly feedbackDueOn: string;
  readonly ownerRole: LocalText;
  readonly invited: number;
  /** Absent when fewer than five took part. */
  readonly responded?: number;
  readonly quality: Quality;
  readonly forms: readonly FormTable[];
  /** SHA-256, in hexadecimal, of the canonical JSON of everything above. */
  readonly hash: string;
}

export type Precision = "precise" | "rough" | "uncertain";

/** One thing the children say, in words first. */
export interface Statement {
  readonly band: FormName;
  readonly theme: Theme;
  readonly item: string;
  readonly text: string;
  /** What it rests on, in small. */
  readonly rests: string;
  readonly precision: Precision;
  /** What the code stands for, in percent; says what to talk about, is not shown. */
  readonly range: { readonly from: number; readonly to: number };
}
