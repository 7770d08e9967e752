/** The secret of a round, under which claims are made: whether it is the first one, or one in the place of one that was lost. */
import { newToken } from "../lib/ids";
import type { KeyStore } from "./store";

export interface RoundSecrets {
  /** A round restored without its secret gets another. */
  of(roundId: string): Promise<string>;
  /** The secret under which the round's first keys were claimed is gone, as after a restore into another house. */
  isLost(roundId: string): Promise<boolean>;
  /** An operator knows that the round was never sealed before. */
  trust(roundId: string): Promise<void>;
}

type Store = Pick<KeyStore, "findSecret" | "saveSecret" | "trustSecret" | "hasKeys">;

export function createRoundSecrets(store: Store): RoundSecrets {
  async function of(roundId: string): Promise<string> {
    const known = await store.findSecret(roundId);
    if (known) return known.secret;
    // The first key of a round comes after its secret: where there are keys and no secret, that one was lost.
    await store.saveSecret(roundId, newToken(), await store.hasKeys(roundId));
    return of(roundId);
  }

  return {
    of,
    async isLost(roundId) {
      const known = await store.findSecret(roundId);
      return known ? known.isReplacement === true : store.hasKeys(roundId);
    },
    trust: (roundId) => store.trustSecret(roundId, newToken()),
  };
}
