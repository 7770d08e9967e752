/**
 * Who may do what, in one table: `noun.verb`, as it stands in every log and audit entry, and how far it reaches for each role.
 * What no row allows is refused. `docs/permissions.md` is made of it.
 */
import type { Actor, Role } from "../accounts/contract";

/**
 * How far a permission reaches: everything, the institutions of one's areas, one's own institutions, one's own groups, or the
 * rounds in which one is named.
 */
export type Reach = "municipality" | "area" | "institution" | "group" | "round";

/** A role that is not named may not. */
export type Row = Readonly<Partial<Record<Role, Reach>>>;

const ADMINISTRATORS = { administrator: "municipality" } as const satisfies Row;
/** What is one's own. */
const EVERYBODY = {
  administrator: "municipality",
  analyst: "municipality",
  "area-head": "municipality",
  leader: "municipality",
  helper: "municipality",
  editor: "municipality",
} as const satisfies Row;
const LEADERS = { leader: "institution" } as const satisfies Row;
const READERS = {
  administrator: "municipality",
  analyst: "municipality",
  "area-head": "area",
  leader: "institution",
} as const satisfies Row;

const PERMISSIONS = {
  "institution.read": READERS,
  "round.list": ADMINISTRATORS,
  "round.create": ADMINISTRATORS,
  "round.open": ADMINISTRATORS,
  "round.close": ADMINISTRATORS,
  "round.seal": ADMINISTRATORS,
  "key.issue": ADMINISTRATORS,
  "door.reopen": ADMINISTRATORS,
  "municipality.change": ADMINISTRATORS,
  "account.list": ADMINISTRATORS,
  "account.change": ADMINISTRATORS,
  "account.own": EVERYBODY,
  "audit.read": ADMINISTRATORS,
  "job.read": ADMINISTRATORS,
  "mail.read": ADMINISTRATORS,
  "mail.retry": ADMINISTRATORS,
  "mail.test": ADMINISTRATORS,
  "organisation.read": ADMINISTRATORS,
  "organisation.change": ADMINISTRATORS,
  "organisation.import": ADMINISTRATORS,
  "gallery.read": ADMINISTRATORS,
  "release.read": READERS,
  "release.verify": ADMINISTRATORS,
  "release.import": ADMINISTRATORS,
  "dialogue.open": LEADERS,
  "action.list": READERS,
  "action.write": LEADERS,
  "feedback.read": READERS,
  "feedback.write": LEADERS,
  "writing.read": { editor: "round" },
  "writing.oversee": ADMINISTRATORS,
} as const satisfies Readonly<Record<string, Row>>;

export type Permission = keyof typeof PERMISSIONS;

/** As readers of the whole table see it: every row with every role. */
export const permissions: Readonly<Record<Permission, Row>> = PERMISSIONS;

/** Undefined: not at all. */
const reachOf = (actor: Actor, permission: Permission): Reach | undefined =>
  actor.kind === "user" ? permissions[permission][actor.role] : undefined;

export const may = (actor: Actor, permission: Permission): boolean => reachOf(actor, permission) !== undefined;

/**
 * The institutions in which somebody may; undefined: all of them. Who may within rounds or groups has no institution as a
 * whole. An actor's institutions are those of its areas, too.
 */
export function scopeOf(actor: Actor, permission: Permission): readonly string[] | undefined {
  const reach = reachOf(actor, permission);
  if (reach === "municipality") return undefined;
  return actor.kind === "user" && (reach === "area" || reach === "institution") ? actor.institutionIds : [];
}

export function mayIn(actor: Actor, permission: Permission, institutionId: string): boolean {
  const scope = scopeOf(actor, permission);
  return scope === undefined || scope.includes(institutionId);
}
