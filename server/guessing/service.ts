/** What an administrator sees of guessing, and may do: end the pause at a group's door. */
import type { Actor } from "../accounts/contract";
import { may } from "../permissions/contract";
import { problems } from "../lib/problem";
import type { Group, Institution } from "../organisation/contract";
import type { PausedDoor, PausedWay } from "./contract";

export interface GuessingService {
  /** Doors of groups at which pictures or letters are paused. Nothing for others than administrators. */
  listPausedDoors(actor: Actor): Promise<readonly PausedDoor[]>;
  /** Forgets the misses at a group's door. Administrators only (`group.notFound` for others). */
  reopenDoor(actor: Actor, groupId: string): Promise<void>;
}

interface Needs {
  readonly throttle: { listPaused(): PausedWay[]; lift(groupCode: string): void };
  readonly findGroup: (id: string) => Promise<Group | null>;
  readonly findGroupByCode: (code: string) => Promise<Group | null>;
  readonly findInstitution: (id: string) => Promise<Institution | undefined>;
}

export function createGuessingService({
  throttle,
  findGroup,
  findGroupByCode,
  findInstitution,
}: Needs): GuessingService {
  async function doorOf(groupCode: string, paused: readonly PausedWay[]): Promise<PausedDoor | undefined> {
    const group = await findGroupByCode(groupCode);
    const institution = group && (await findInstitution(group.institutionId));
    if (!group || !institution) return undefined;
    return {
      groupId: group.id,
      groupName: group.name,
      institutionName: institution.name,
      ways: [...new Set(paused.map(({ way }) => way))],
      until: new Date(Math.max(...paused.map(({ until }) => until.getTime()))).toISOString(),
    };
  }

  return {
    async listPausedDoors(actor) {
      if (!may(actor, "door.reopen")) return [];
      const paused = throttle.listPaused();
      const codes = [...new Set(paused.map(({ groupCode }) => groupCode))];
      const doors = await Promise.all(
        codes.map((code) =>
          doorOf(
            code,
            paused.filter(({ groupCode }) => groupCode === code),
          ),
        ),
      );
      return doors.flatMap((door) => (door ? [door] : []));
    },
    async reopenDoor(actor, groupId) {
      const group = may(actor, "door.reopen") ? await findGroup(groupId) : null;
      if (!group) throw problems.group.notFound();
      throttle.lift(group.code);
    },
  };
}
