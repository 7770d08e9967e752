/** Primary suppression: what is not shown at all, and why. */
import { THRESHOLDS } from "./thresholds";

export type SuppressionReason = "too-few" | "complement-too-few" | "low-response";
export type Quality = "only-rate" | "snapshot" | "full";

/** Undefined when a cell of n children may stand beside its complement (`others`: 0 when the cell is all there is). */
export function suppressionOf(n: number, others: number): SuppressionReason | undefined {
  if (n < THRESHOLDS.cell) return "too-few";
  return others > 0 && others < THRESHOLDS.cell ? "complement-too-few" : undefined;
}

/** How much a response rate allows to say. */
export function qualityOf(responded: number, invited: number): Quality {
  const rate = invited === 0 ? 0 : responded / invited;
  if (rate < THRESHOLDS.leastResponse) return "only-rate";
  return rate < THRESHOLDS.fullResponse ? "snapshot" : "full";
}
