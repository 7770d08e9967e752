/** `/admin/revision` – who did what, and what of somebody was looked at. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { auditFilter } from "#server/audit/forms";
import auditStyles from "~/components/audit/audit.css?url";
import { AuditPage } from "~/components/audit/audit-page";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: auditStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.audit?.title ?? ""} – Lyt Højt` },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "audit.read");
  const { before, ...filter } = auditFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [page, places] = await Promise.all([
    context.services.audit.list(actor, filter, before),
    context.services.organisation.listInstitutions(actor),
  ]);
  return {
    frame: await adultFrame(context, request, ["audit"]),
    page,
    filter,
    places: places.map(({ id, name }) => ({ id, name })),
  };
});

export default function Audit() {
  const { frame, page, filter, places } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <AuditPage frame={frame} page={page} filter={filter} places={places} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
