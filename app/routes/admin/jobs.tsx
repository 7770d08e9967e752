/** `/admin/job` – what runs by itself. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import jobsStyles from "~/components/jobs/jobs.css?url";
import { JobsPage } from "~/components/jobs/jobs-page";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: jobsStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.jobs?.title ?? ""} – Lyt Højt` },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "job.read");
  const jobs = await context.services.jobs.list(actor);
  return { frame: await adultFrame(context, request, ["jobs"]), jobs };
});

export default function Jobs() {
  const { frame, jobs } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <JobsPage frame={frame} jobs={jobs} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
