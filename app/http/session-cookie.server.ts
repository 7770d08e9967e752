/** The one cookie: an opaque session token. Idle time is kept by the account service, not by the browser. */
import { sessionCookieName } from "#server/accounts/contract";
import type { LoadContext } from "./load-context";

export function sessionCookie(token: string, { isSecure }: Pick<LoadContext, "isSecure">): string {
  return `${sessionCookieName(isSecure)}=${token}; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

export function endedSessionCookie({ isSecure }: Pick<LoadContext, "isSecure">): string {
  return `${sessionCookieName(isSecure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isSecure ? "; Secure" : ""}`;
}
