/** What a browser does without one: posts a form, and keeps the cookie of who has signed in. */
import { PASSWORD } from "./small-municipality";

/** Where it leads to is not followed. */
export const postForm = (address: string, fields: Readonly<Record<string, string>>, cookie = ""): Promise<Response> =>
  fetch(address, { method: "POST", body: new URLSearchParams(fields), headers: { cookie }, redirect: "manual" });

/** Of one of the small municipality's people (Anne, Bo, Carla, Dan). */
export async function cookieOf(url: string, name: string): Promise<string> {
  const signedIn = await postForm(`${url}/log-ind`, { name, password: PASSWORD });
  return (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
