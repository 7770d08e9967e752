/** The one cookie: an opaque session token. Idle time is kept by the account service, not by the browser. */
import type { LoadContext } from "./load-context";

const nameFor = (isSecure: boolean) => (isSecure ? "__Host-lyt" : "lyt");

export function sessionCookie(token: string, { isSecure }: Pick<LoadContext, "isSecure">): string {
  return `${nameFor(isSecure)}=${token}; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

export function endedSessionCookie({ isSecure }: Pick<LoadContext, "isSecure">): string {
  return `${nameFor(isSecure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isSecure ? "; Secure" : ""}`;
}

export function readSessionCookie(header: string | null | undefined): string | undefined {
  const match = /(?:^|;\s*)(?:__Host-)?lyt=([^;]+)/.exec(header ?? "");
  return match?.[1];
}
