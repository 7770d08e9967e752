/** `/admin/oplaesning` – takes the choice of who reads aloud first, from the form on `/admin`. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { VOICE_ORDERS } from "#surveys/narration/voices";
import { problems } from "#server/lib/problem";
import { requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery } from "~/http/locale";
import { readForm } from "~/http/read-form.server";

export const loader = ({ request }: LoaderFunctionArgs) => redirect(`/admin${langQuery(request.url)}`);

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "municipality.change");
  const fields = new Map(await readForm(request));
  const order = VOICE_ORDERS.find((one) => one === fields.get("order"));
  if (!order) throw problems.request.malformed();
  await context.services.organisation.setVoiceOrder(actor, order);
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", "voices");
  return redirect(`/admin?${query.toString()}`);
});
