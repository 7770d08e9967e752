/** One-time keys: issued for a group, found by what a child brings, claimed once, spent, and shredded at sealing. */
import type { KeyReference } from "#server/responses/contract";
import type { Group } from "../organisation/contract";
import { hmac, newCardSecret, pick } from "../lib/ids";
import { problems } from "../lib/problem";
import type { OwnWay } from "../guessing/contract";
import { MOST_KEYS_A_GROUP, drawLetters, drawPictures, hashedText, waysIn } from "./rules";
import type { RoundSecrets } from "./round-secrets";
import { createRoundSecrets } from "./round-secrets";
import type { KeyStore, StoredKey } from "./store";

/** What is printed on a child's card. Only here, at issue, does it exist in the clear. */
export interface IssuedKey {
  readonly secret: string;
  /** For children of 3 to 9 years. */
  readonly pictures?: string;
  readonly letters: string;
}

export interface KeyService {
  issue(roundId: string, group: Group, count: number): Promise<IssuedKey[]>;
  /** All keys this may be (pictures may have been drawn in two rounds); empty when unknown. */
  find(key: KeyReference): Promise<StoredKey[]>;
  /** What a claim by this response looks like. A round restored without its secret gets another. */
  claimTag(roundId: string, responseId: string): Promise<string>;
  /** One atomic step; false when the key was not free. */
  claim(keyId: string, tag: string): Promise<boolean>;
  isUnclaimed(keyId: string): Promise<boolean>;
  isClaimedBy(keyId: string, tag: string): Promise<boolean>;
  /** False when sealing has taken the key away meanwhile. */
  spend(keyId: string): Promise<boolean>;
  readonly hasLostSecret: RoundSecrets["isLost"];
  readonly trustSecret: RoundSecrets["trust"];
  hasAny(roundId: string): Promise<boolean>;
  listClaimed(roundId: string): Promise<StoredKey[]>;
  /** First step of sealing: from now on nobody can begin to send. */
  withdrawUnclaimed(roundId: string): Promise<void>;
  /** Whoever still holds a claim will be told that it came too late. */
  withdrawClaimed(roundId: string): Promise<void>;
  /** Last step of sealing: keys, claims and the secret are gone. */
  shred(roundId: string): Promise<void>;
}

const DRAW = { pictures: drawPictures, letters: drawLetters };

export function createKeyService(store: KeyStore, pepper: string): KeyService {
  const secrets = createRoundSecrets(store);
  const hashOf = (key: KeyReference) => hmac(pepper, hashedText(key));

  function drawFresh(groupCode: string, way: OwnWay, taken: Set<string>): { own: string; hash: string } {
    for (;;) {
      const own = DRAW[way](pick);
      const hash = hashOf({ kind: "group", groupCode, own });
      if (taken.has(hash)) continue;
      taken.add(hash);
      return { own, hash };
    }
  }

  function draw({ code, band }: Group, taken: Set<string>) {
    const letters = drawFresh(code, "letters", taken);
    const pictures = waysIn(band).includes("pictures") ? drawFresh(code, "pictures", taken) : undefined;
    return { secret: newCardSecret(), letters, pictures, hashes: [...(pictures ? [pictures.hash] : []), letters.hash] };
  }

  return {
    async issue(roundId, group, count) {
      const taken = await store.listOwnOfGroup(group.id);
      if (taken.size / waysIn(group.band).length + count > MOST_KEYS_A_GROUP)
        throw problems.request.malformed(`A group holds at most ${MOST_KEYS_A_GROUP} keys.`);
      await secrets.of(roundId);
      const drawn = Array.from({ length: count }, () => draw(group, taken));
      const base = {
        round: roundId,
        group: group.id,
        institution: group.institutionId,
        band: group.band,
        state: "unclaimed",
      } as const;
      await store.insert(
        drawn.map(({ secret, hashes }) => ({ _id: hashOf({ kind: "card", secret }), own: hashes, ...base })),
      );
      return drawn.map(({ secret, pictures, letters }) => ({
        secret,
        ...(pictures && { pictures: pictures.own }),
        letters: letters.own,
      }));
    },
    async find(key) {
      if (key.kind === "group") return store.findByOwn(hashOf(key));
      const found = await store.find(hashOf(key));
      return found ? [found] : [];
    },
    claimTag: async (roundId, responseId) => hmac(await secrets.of(roundId), responseId),
    claim: async (keyId, tag) => (await store.claim(keyId, tag)) !== null,
    isUnclaimed: async (keyId) => (await store.find(keyId))?.state === "unclaimed",
    isClaimedBy: async (keyId, tag) => (await store.find(keyId))?.claim === tag,
    spend: async (keyId) => (await store.spend(keyId)) || (await store.find(keyId))?.state === "spent",
    hasLostSecret: secrets.isLost,
    trustSecret: secrets.trust,
    listClaimed: store.listClaimed,
    withdrawUnclaimed: (roundId) => store.deleteInState(roundId, "unclaimed"),
    withdrawClaimed: (roundId) => store.deleteInState(roundId, "claimed"),
    hasAny: store.hasKeys,
    shred: store.shred,
  };
}
