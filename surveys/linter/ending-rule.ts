/** What a rule about the endings of sentences sees (surveys/bank/endings.ts): the file, and every question it is for. */
import type { Endings } from "../bank/endings";
import type { FormName } from "../paper/form";
import type { Locale } from "../paper/local-text";
import type { ScoredItem } from "../paper/scoring-key";
import type { Side } from "../scoring/answer-sides";
import type { FormFault, Rule } from "./rule";

export interface ScoredQuestion {
  readonly form: FormName;
  readonly item: ScoredItem;
  readonly isSensitive: boolean;
}

export interface EndingRule extends Omit<Rule, "check"> {
  readonly check: (endings: Endings, questions: readonly ScoredQuestion[]) => readonly FormFault[];
}

/** One ending, as it stands behind "7 ud af 10 børn". */
export interface Ending {
  readonly item: string;
  readonly form: FormName;
  readonly side: Side;
  readonly locale: Locale;
  readonly text: string;
}
