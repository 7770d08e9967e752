/** The municipality and its parts, as other rooms and screens see them. */
import type { FormName } from "#surveys/paper/form";
import type { VoiceOrder } from "#surveys/narration/voices";

export const INSTITUTION_KINDS = [
  "dagtilbud",
  "skole",
  "fritidstilbud",
  "klub",
  "læringshus",
  "ungdomsuddannelse",
] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

export interface Municipality {
  readonly name: string;
  /** True for invented data; every page says so. */
  readonly isInvented: boolean;
  /** How long a backup lives, in days: a label's date waits for it. */
  readonly backupRetentionDays: number;
  /** Which voice reads aloud to children where no person has: the device's own or the synthetic file. */
  readonly voiceOrder: VoiceOrder;
  /** Epsilon of the tables' questions, in thousandths: absent is 1000, and it can only be lower, that is stricter. */
  readonly epsilonPermille?: number;
}

export interface Area {
  readonly id: string;
  readonly name: string;
}

export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly areaId: string;
}

export interface Group {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly band: FormName;
  /** Children in the group: the ones invited to a round that declares it. */
  readonly childCount: number;
  /** The secret of the group's own link, `/svar/g/<code>`. */
  readonly code: string;
}
