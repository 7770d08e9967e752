/** `/admin/institutioner/skoleaar` – groups move up from 1 August: the proposal, and the press that does it. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { schoolYearForm } from "#server/organisation/forms";
import { AdultFrame } from "~/components/layout/adult-frame";
import organisationStyles from "~/components/organisation/organisation.css?url";
import { SchoolYearPage, yearName } from "~/components/organisation/school-year-page";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { faultIn, faultOf, typedIn } from "./fields.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: organisationStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  {
    title: `${shown?.locale === "en" ? "School year" : "Skoleåret"} ${shown ? yearName(shown.page.year) : ""} – Lyt Højt`,
  },
];

const DONE = ["begin", "skip", "next"] as const;

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.read");
  const done = new URL(request.url).searchParams.get("done");
  return {
    locale: pickLocale(request),
    page: await context.services.organisation.getSchoolYearPage(actor),
    frame: await adultFrame(context, request, ["organisation"]),
    done: DONE.find((one) => one === done),
  };
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "organisation.change");
  const form = schoolYearForm.safeParse(typedIn(await readForm(request)).fields);
  if (!form.success) return data({ fault: faultIn(form.error.issues) }, { status: 422 });
  try {
    await context.services.organisation.beginSchoolYear(actor, form.data);
  } catch (error) {
    return data({ fault: faultOf(error) }, { status: 409 });
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", form.data.do);
  return redirect(`${urls.schoolYear()}?${query.toString()}`, 303);
});

export default function SchoolYear() {
  const { frame, page, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <SchoolYearPage frame={frame} page={page} done={failed ? undefined : done} fault={failed?.fault} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
