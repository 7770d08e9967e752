/** Primary suppression: what is not shown at all, and why. */
import { THRESHOLDS } from "./thresholds";

export type SuppressionReason = "too-few" | "complement-too-few" | "would-tell" | "low-response";
export type Quality = "only-rate" | "snapshot" | "full";

/** Fewer children than may be told apart from the rest. */
export const isTooFew = (n: number): boolean => n < THRESHOLDS.cell;

/** How much a response rate allows to say. */
export function qualityOf(responded: number, invited: number): Quality {
  const rate = invited === 0 ? 0 : responded / invited;
  if (rate < THRESHOLDS.leastResponse) return "only-rate";
  return rate < THRESHOLDS.fullResponse ? "snapshot" : "full";
}
