/** `/admin/institutioner` – the municipality's areas and institutions. */
import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newAreaForm } from "#server/organisation/forms";
import { AdultFrame } from "~/components/layout/adult-frame";
import { InstitutionsPage } from "~/components/organisation/institutions-page";
import organisationStyles from "~/components/organisation/organisation.css?url";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { faultIn, faultOf, typedIn, unsaved } from "./fields.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: organisationStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.organisation?.title ?? ""} – Lyt Højt` },
];

const DONE = ["area", "drop", "import"] as const;

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.read");
  const { searchParams } = new URL(request.url);
  const asked = (searchParams.get("q") ?? "").trim().slice(0, 120);
  return {
    locale: pickLocale(request),
    page: await context.services.organisation.getInstitutionsPage(actor, asked),
    frame: await adultFrame(context, request, ["organisation"]),
    asked,
    newId: randomBytes(16).toString("hex"),
    done: DONE.find((one) => one === searchParams.get("done")),
  };
});

function backTo(request: Request, done: (typeof DONE)[number]): Response {
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", done);
  return redirect(`${urls.institutions()}?${query.toString()}`, 303);
}

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.change");
  const { organisation } = context.services;
  const typed = typedIn(await readForm(request));
  if (typed.fields["do"] === "drop") {
    await organisation.dropPreparing(actor, typed.fields["id"] ?? "");
    return backTo(request, "drop");
  }
  const form = newAreaForm.safeParse(typed.fields);
  if (!form.success) return unsaved({ deed: "area", fault: faultIn(form.error.issues), typed });
  try {
    await organisation.addArea(actor, form.data);
  } catch (error) {
    return unsaved({ deed: "area", fault: faultOf(error), typed });
  }
  return backTo(request, "area");
});

export default function Institutions() {
  const { frame, page, asked, newId, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <InstitutionsPage
        frame={frame}
        page={page}
        asked={asked}
        newId={newId}
        done={failed ? undefined : done}
        unsaved={failed}
      />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
