/** `/log-ud` – ends the session on the server and in the browser. Only a form post does it; a visit leads home. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { guard } from "~/http/guard.server";
import { langQuery } from "~/http/locale";
import { readSessionToken } from "#server/accounts/contract";
import { endedSessionCookie } from "~/http/session-cookie.server";

export const loader = ({ request }: LoaderFunctionArgs) => redirect(`/${langQuery(request.url)}`);

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const token = readSessionToken(request.headers.get("Cookie"), context.isSecure);
  if (token) await context.services.accounts.signOut(token);
  return redirect(`/${langQuery(request.url)}`, { headers: { "Set-Cookie": endedSessionCookie(context) } });
});
