/** Who may sign in, and who is acting. Children never have an account. */

/**
 * An analyst reads what leaders read, of all; an area head of the institutions of its areas; a helper hands out cards of its
 * groups; an editor reads what children write, for institutions other than its own.
 */
export const ROLES = ["administrator", "analyst", "area-head", "leader", "helper", "editor"] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who may sign in, without what proves it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  /**
   * The institutions a leader leads; of an area head who acts, those of its areas; for an editor, those whose texts it does not
   * read; else empty.
   */
  readonly institutionIds: readonly string[];
  /** Of an area head. */
  readonly areaIds?: readonly string[];
  /** Of a helper. */
  readonly groupIds?: readonly string[];
}

/** `invited`: has not set a password yet; `suspended`: may not sign in until somebody lets them. */
export const PERSON_STATES = ["active", "invited", "suspended"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** A person as administrators see it. */
export interface ListedPerson extends Person {
  readonly state: PersonState;
  readonly email?: string;
}

/** How a one-time code reaches its person: by mail, or printed and handed over. */
export const CODE_WAYS = ["mail", "letter"] as const;
export type CodeWay = (typeof CODE_WAYS)[number];

/** What a role can be given. */
export interface Reachable {
  readonly institutions: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
}

/** A one-time code that is shown this once, to be printed. */
export interface CodeLetter {
  readonly code: string;
  readonly person: Pick<ListedPerson, "id" | "displayName" | "name">;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A session of one's own. */
export interface OwnSession {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly seenAt: string;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** Whoever makes a request. A child answering is `nobody`: the key alone speaks. */
export type Actor = { readonly kind: "nobody" } | (Person & { readonly kind: "user" });

export const NOBODY: Actor = { kind: "nobody" };

/** The one cookie, an opaque token; on a site of HTTPS with the prefix that no other host can set. */
export const sessionCookieName = (isSecure: boolean): string => (isSecure ? "__Host-lyt" : "lyt");

export function readSessionToken(cookies: string | null | undefined, isSecure: boolean): string | undefined {
  const pairs = (cookies ?? "").split(";").map((pair) => pair.trim().split("="));
  const token = pairs.find(([name]) => name === sessionCookieName(isSecure))?.[1];
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}
