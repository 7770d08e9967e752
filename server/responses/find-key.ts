/** From the text of a key to the stored key, with guessing slowed; whoever uses a key does it through here. */
import { waysIn, wayOf } from "../keys/rules";
import type { KeyService } from "../keys/service";
import type { StoredKey } from "../keys/store";
import type { KeyThrottle } from "../keys/throttle";
import { problems } from "../lib/problem";
import type { Group } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { KeyReference } from "./contract";
import { preferUnused } from "./rules";

interface FoundKey {
  readonly stored: StoredKey;
  readonly round: Round;
}

interface Bringing {
  readonly address: string;
  /** The page that comes with the key was opened with it: nothing is guessed. */
  readonly isOpened: boolean;
  /** The round of a stored key when it suits, else null. */
  readonly findSuitable: (roundId: string) => Promise<Round | null>;
}

export interface KeyFinder {
  /**
   * Finds the key and uses it. Throws what `use` throws, `key.unknown`, `key.picturesPaused` or `request.tooMany`. Behind
   * a group's link an attempt is counted before anything is looked at, and given back unless it missed.
   */
  useKey<T>(key: KeyReference, bringing: Bringing, use: (found: FoundKey) => Promise<T>): Promise<T>;
}

interface Needs {
  readonly keys: Pick<KeyService, "find">;
  readonly throttle: KeyThrottle;
  readonly findGroupByCode: (code: string) => Promise<Group | null>;
}

export function createKeyFinder({ keys, throttle, findGroupByCode }: Needs): KeyFinder {
  async function find(key: KeyReference, { findSuitable }: Bringing): Promise<FoundKey | undefined> {
    const found = preferUnused(await keys.find(key));
    for (const stored of found) {
      const round = await findSuitable(stored.round);
      if (round) return { stored, round };
    }
    // An unknown key takes as many steps as one whose round is over.
    if (found.length === 0) await findSuitable("");
    return undefined;
  }

  return {
    async useKey(key, bringing, use) {
      const { address, isOpened } = bringing;
      if (key.kind === "card" || isOpened) {
        const found = await find(key, bringing);
        return found ? use(found) : throttle.refuseUnknown(address);
      }
      const { groupCode, own } = key;
      const way = wayOf(own);
      const group = await findGroupByCode(groupCode);
      if (!group || !waysIn(group.band).includes(way)) return throttle.refuseUnknown(address);
      return throttle.guess({ groupCode, way, address }, async () => {
        const found = await find(key, bringing);
        if (!found) throw problems.key.unknown();
        return use(found);
      });
    },
  };
}
