/** `/admin/institutioner/:id` – one institution and its groups. */
import { randomBytes } from "node:crypto";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdultFrame } from "~/components/layout/adult-frame";
import { InstitutionPage } from "~/components/organisation/institution-page";
import { INSTITUTION_DEEDS } from "~/components/organisation/organisation-view";
import organisationStyles from "~/components/organisation/organisation.css?url";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";
import { actOnInstitution } from "./institution.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: organisationStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.page.institution.name} – Lyt Højt` : "Lyt Højt" },
];

const DONE = [...INSTITUTION_DEEDS, "create"] as const;

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.read");
  const done = new URL(request.url).searchParams.get("done");
  return {
    locale: pickLocale(request),
    page: await context.services.organisation.getInstitutionPage(actor, params["id"] ?? ""),
    frame: await adultFrame(context, request, ["organisation", "forms"]),
    newId: randomBytes(16).toString("hex"),
    done: DONE.find((one) => one === done),
  };
});

export const action = guard(actOnInstitution);

export default function Institution() {
  const { frame, page, newId, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <InstitutionPage frame={frame} page={page} newId={newId} done={failed ? undefined : done} unsaved={failed} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
