/** `/leder/:institutionId/:roundId` – one sealed round of one institution, in words first. */
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdultFrame } from "~/components/layout/adult-frame";
import { ReleasePage } from "~/components/release/release-page";
import { guard } from "~/http/guard.server";
import leaderStyles from "~/components/release/leader.css?url";
import { loadReleasePage } from "./release-page.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: leaderStyles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.institution.name} – Lyt Højt` : "Lyt Højt" },
];

export const loader = guard(loadReleasePage);

export default function Release() {
  const { frame, institution, rounds, view } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <ReleasePage frame={frame} institution={institution} rounds={rounds} view={view} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
