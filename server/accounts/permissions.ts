/**
 * Who may do what, in one table: `noun.verb`, as it stands in every log and audit entry. What somebody may do, they may
 * do within their scope alone (`institutionScope`).
 */
import type { Actor, Role } from "./contract";

const PERMISSIONS = {
  "round.list": ["administrator"],
  "round.create": ["administrator"],
  "round.open": ["administrator"],
  "round.close": ["administrator"],
  "round.seal": ["administrator"],
  "key.issue": ["administrator"],
  "door.reopen": ["administrator"],
  "municipality.change": ["administrator"],
  "organisation.read": ["administrator"],
  "organisation.change": ["administrator"],
  "organisation.import": ["administrator"],
  "gallery.read": ["administrator"],
  "release.read": ["administrator", "leader"],
  "release.verify": ["administrator"],
  "release.import": ["administrator"],
  "dialogue.open": ["leader"],
  "action.list": ["administrator", "leader"],
  "action.write": ["leader"],
  "feedback.read": ["administrator", "leader"],
  "feedback.write": ["leader"],
  "writing.read": ["editor"],
  "writing.oversee": ["administrator"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

export function may(actor: Actor, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return actor.kind === "user" && roles.includes(actor.role);
}
