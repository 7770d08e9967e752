import type { Actor } from "../accounts/contract";
import type { RoundOverview } from "./contract";

export interface RoundService {
  /** Administrators only (`round.notFound` for others); newest first. */
  listOverviews(actor: Actor): Promise<readonly RoundOverview[]>;
  open(actor: Actor, id: string): Promise<void>;
  close(actor: Actor, id: string): Promise<void>;
  /** `isEarlyAccepted`: seal although answers may still be on their way during the grace. */
  seal(actor: Actor, id: string, options: { isEarlyAccepted: boolean }): Promise<void>;
}
