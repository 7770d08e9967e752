/** `/admin/institutioner/ny` – an institution typed in. */
import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newInstitutionForm } from "#server/organisation/forms";
import { AdultFrame } from "~/components/layout/adult-frame";
import { NewInstitution } from "~/components/organisation/new-institution";
import organisationStyles from "~/components/organisation/organisation.css?url";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { faultIn, faultOf, givenIn, typedIn, unsaved } from "./fields.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: organisationStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.organisation?.newTitle ?? ""} – Lyt Højt` },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.change");
  const { areas } = await context.services.organisation.getInstitutionsPage(actor, "");
  return {
    locale: pickLocale(request),
    areas: areas.map(({ id, name }) => ({ id, name })),
    frame: await adultFrame(context, request, ["organisation"]),
    areaId: new URL(request.url).searchParams.get("omraade") ?? undefined,
    newId: randomBytes(16).toString("hex"),
  };
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.change");
  const typed = typedIn(await readForm(request));
  const form = newInstitutionForm.safeParse(givenIn(typed));
  if (!form.success) return unsaved({ deed: "create", fault: faultIn(form.error.issues), typed });
  try {
    await context.services.organisation.addInstitution(actor, form.data);
  } catch (error) {
    return unsaved({ deed: "create", fault: faultOf(error), typed });
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", "create");
  return redirect(`${urls.institution(form.data.id)}?${query.toString()}`, 303);
});

export default function NewInstitutionRoute() {
  const { frame, areas, areaId, newId } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <NewInstitution frame={frame} areas={areas} areaId={areaId} newId={newId} unsaved={failed} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
