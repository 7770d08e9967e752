/** `/admin/institutioner/import` – institutions and groups from a spreadsheet, which the browser reads. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdultFrame } from "~/components/layout/adult-frame";
import importStyles from "~/components/organisation/import/import.css?url";
import { ImportPage } from "~/components/organisation/import/import-page";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: importStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.import?.title ?? ""} – Lyt Højt` },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.import");
  await context.services.organisation.allowImport(actor);
  return {
    locale: pickLocale(request),
    frame: await adultFrame(context, request, ["organisation", "import"]),
  };
});

export default function Import() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <ImportPage frame={frame} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
