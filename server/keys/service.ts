/** One-time keys: issued for a group, found by what a child brings, claimed once, spent, and shredded at sealing. */
import type { KeyReference } from "#server/responses/contract";
import type { Group } from "../organisation/contract";
import { hmac, newCardSecret, newToken, pick } from "../lib/ids";
import { problems } from "../lib/problem";
import { MOST_KEYS_A_GROUP, drawLetters, drawPictures, hashedText } from "./rules";
import type { KeyStore, StoredKey } from "./store";

/** What is printed on a child's card. Only here, at issue, does it exist in the clear. */
export interface IssuedKey {
  readonly secret: string;
  readonly pictures: string;
  readonly letters: string;
}

export interface KeyService {
  issue(roundId: string, group: Group, count: number): Promise<IssuedKey[]>;
  /** All keys this may be (pictures may have been drawn in two rounds); empty when unknown. */
  find(key: KeyReference): Promise<StoredKey[]>;
  /** What a claim by this response looks like. Throws `round.sealed` when the round's secret is gone. */
  claimTag(roundId: string, responseId: string): Promise<string>;
  /** One atomic step; false when the key was not free. */
  claim(keyId: string, tag: string): Promise<boolean>;
  isClaimedBy(keyId: string, tag: string): Promise<boolean>;
  spend(keyId: string): Promise<void>;
  listClaimed(roundId: string): Promise<StoredKey[]>;
  /** First step of sealing: from now on nobody can begin to send. */
  withdrawUnclaimed(roundId: string): Promise<void>;
  hasSecret(roundId: string): Promise<boolean>;
  /** Last step of sealing: keys, claims and the secret are gone. */
  shred(roundId: string): Promise<void>;
}

export function createKeyService(store: KeyStore, pepper: string): KeyService {
  const hashOf = (key: KeyReference) => hmac(pepper, hashedText(key));

  function draw(groupCode: string, taken: Set<string>): { own: string; hash: string }[] {
    const kinds = [drawPictures, drawLetters];
    return kinds.map((drawOne) => {
      for (;;) {
        const own = drawOne(pick);
        const hash = hashOf({ kind: "group", groupCode, own });
        if (taken.has(hash)) continue;
        taken.add(hash);
        return { own, hash };
      }
    });
  }

  return {
    async issue(roundId, group, count) {
      const taken = await store.listOwnOfGroup(group.id);
      if (taken.size / 2 + count > MOST_KEYS_A_GROUP)
        throw problems.request.malformed(`A group holds at most ${MOST_KEYS_A_GROUP} keys.`);
      await store.saveSecret(roundId, newToken());
      const drawn = Array.from({ length: count }, () => ({ secret: newCardSecret(), own: draw(group.code, taken) }));
      const base = {
        round: roundId,
        group: group.id,
        institution: group.institutionId,
        band: group.band,
        state: "unclaimed",
      } as const;
      await store.insert(
        drawn.map(({ secret, own }) => ({
          _id: hashOf({ kind: "card", secret }),
          own: own.map(({ hash }) => hash),
          ...base,
        })),
      );
      return drawn.map(({ secret, own }) => ({ secret, pictures: own[0]?.own ?? "", letters: own[1]?.own ?? "" }));
    },
    async find(key) {
      if (key.kind === "group") return store.findByOwn(hashOf(key));
      const found = await store.find(hashOf(key));
      return found ? [found] : [];
    },
    async claimTag(roundId, responseId) {
      const secret = await store.findSecret(roundId);
      if (!secret) throw problems.round.sealed();
      return hmac(secret, responseId);
    },
    claim: async (keyId, tag) => (await store.claim(keyId, tag)) !== null,
    isClaimedBy: async (keyId, tag) => (await store.find(keyId))?.claim === tag,
    spend: store.spend,
    listClaimed: store.listClaimed,
    hasSecret: async (roundId) => (await store.findSecret(roundId)) !== undefined,
    withdrawUnclaimed: store.deleteUnclaimed,
    async shred(roundId) {
      await store.deleteAll(roundId);
      await store.shredSecret(roundId);
    },
  };
}
