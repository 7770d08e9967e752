/** `/admin/doere` – ends the pause at a group's door, from the form on `/admin`. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { problems } from "#server/lib/problem";
import { requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery } from "~/http/locale";
import { readForm } from "~/http/read-form.server";

export const loader = ({ request }: LoaderFunctionArgs) => redirect(`/admin${langQuery(request.url)}`);

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "door.reopen");
  const group = new Map(await readForm(request)).get("group");
  if (!group) throw problems.request.malformed();
  await context.services.guessing.reopenDoor(actor, group);
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", "door");
  return redirect(`/admin?${query.toString()}`);
});
