/** `/admin/institutioner/skoleaar/:id` – what becomes of one institution's groups in the next school year. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nextGroups } from "#server/organisation/forms";
import { AdultFrame } from "~/components/layout/adult-frame";
import { NextYear } from "~/components/organisation/next-year";
import organisationStyles from "~/components/organisation/organisation.css?url";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { faultOf } from "./fields.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: organisationStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.page.institution.name} – Lyt Højt` : "Lyt Højt" },
];

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.read");
  return {
    locale: pickLocale(request),
    page: await context.services.organisation.getNextYearPage(actor, params["id"] ?? ""),
    frame: await adultFrame(context, request, ["organisation", "forms"]),
  };
});

/** The form has the same fields once for each group, in their order. */
function groupsIn(fields: readonly (readonly [string, string])[]) {
  const all = (name: string) => fields.filter(([own]) => own === name).map(([, value]) => value);
  const [versions, names, bands, ending] = [all("version"), all("name"), all("band"), all("ends")];
  return all("group").map((id, at) => ({
    id,
    version: versions[at],
    name: names[at],
    band: bands[at],
    ends: ending.includes(id) ? "yes" : "",
  }));
}

export const action = guard(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.change");
  const given = nextGroups.safeParse(groupsIn(await readForm(request)));
  if (!given.success) return data({ fault: "name" as const }, { status: 422 });
  try {
    await context.services.organisation.changeNextYear(actor, params["id"] ?? "", given.data);
  } catch (error) {
    return data({ fault: faultOf(error) }, { status: 409 });
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", "next");
  return redirect(`${urls.schoolYear()}?${query.toString()}`, 303);
});

export default function NextYearRoute() {
  const { frame, page } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <NextYear frame={frame} page={page} fault={failed?.fault} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
