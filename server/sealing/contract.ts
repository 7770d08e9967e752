/** What sealing works by: which answers are counted together, decided before the first of them is counted. */
import type { FormName } from "#surveys/paper/form";
import type { UnitTable } from "#surveys/results/table";

/** The answers that are counted, drawn, stored and deleted in one go. */
export interface SealingUnit {
  /** `<round>:<kind>:<place>:<form>`: under it there is one table, whoever seals and however often. */
  readonly id: string;
  readonly place: UnitTable["place"];
  readonly form: FormName;
  /** Whose answers these are. */
  readonly institutions: readonly string[];
  readonly leaves: readonly { readonly groups: readonly string[]; readonly invited: number }[];
}

/** How many took part, of one group. */
export interface HeardGroup {
  readonly institution: string;
  readonly form: FormName;
  readonly group: string;
  readonly participants: number;
}
