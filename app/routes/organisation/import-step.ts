/** `POST /admin/institutioner/import/trin` – one step of an import, as JSON; the page of the import asks for one after the other. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { importStep } from "#server/organisation/forms";
import { problems } from "#server/lib/problem";
import { may } from "#server/permissions/contract";
import { guard } from "~/http/guard.server";

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("Content-Type") ?? ""))
    throw problems.request.wrongType();
  try {
    return JSON.parse(await request.text()) as unknown;
  } catch {
    throw problems.request.malformed();
  }
}

export const loader = guard(async () => {
  throw problems.request.notFound();
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  // Nobody signs in in the middle of one: who may not hears that there is nothing here.
  if (!may(context.actor, "organisation.import")) throw problems.request.notFound();
  const step = importStep.safeParse(await readJson(request));
  if (!step.success) throw problems.request.malformed();
  const answer = await context.services.organisation.takeImportStep(context.actor, step.data);
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
});
