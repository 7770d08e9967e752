/** `/handlinger/:institutionId` – what is done with what children said, on one board. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionsPage } from "~/components/actions/actions-page";
import actionsStyles from "~/components/actions/actions.css?url";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";
import { loadActions, saveAction } from "./actions.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: actionsStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.locale === "en" ? "Actions – Lyt Højt" : "Handlinger – Lyt Højt" },
];

export const loader = guard(async (args: LoaderFunctionArgs) => {
  const { request, params, context } = args;
  const actor = requireSignedIn(context, request, "action.list", params["institutionId"]);
  const locale = pickLocale(request);
  return {
    locale,
    frame: await adultFrame(context, request, ["actions", "board", "release", "forms", "indices"]),
    view: await loadActions(args, actor, locale),
  };
});

export const action = guard(saveAction);

export default function Actions() {
  const { frame, view } = useLoaderData<typeof loader>();
  const unsaved = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <ActionsPage frame={frame} view={view} unsaved={unsaved} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
