/** `/leder/:institutionId/:roundId/svar` – where a leader answers the children: "I sagde – vi gør". */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "#server/permissions/contract";
import { DEEDS } from "~/components/feedback/fields";
import { FeedbackForms } from "~/components/feedback/feedback-forms";
import feedbackStyles from "~/components/feedback/feedback.css?url";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { doDeed } from "./write.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: feedbackStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.frame.locale === "en" ? "Answer to the children – Lyt Højt" : "Svar til børnene – Lyt Højt" },
];

const placeOf = (params: LoaderFunctionArgs["params"]) => ({
  institutionId: params["institutionId"] ?? "",
  roundId: params["roundId"] ?? "",
});

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "feedback.read", params["institutionId"]);
  const page = await context.services.feedback.getPage(actor, placeOf(params));
  const done = new URL(request.url).searchParams.get("done");
  return {
    locale: pickLocale(request),
    frame: await adultFrame(context, request, ["feedback", "themes", "forms"]),
    page,
    mayWrite: may(actor, "feedback.write"),
    done: DEEDS.find((deed) => deed === done),
  };
});

export const action = guard(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "feedback.write", params["institutionId"]);
  const place = placeOf(params);
  const result = await doDeed(context, actor, { ...place, fields: await readForm(request) });
  if ("code" in result) return data(result, { status: result.status });
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", result.done);
  return redirect(`${urls.feedback(place.institutionId, place.roundId)}?${query.toString()}`, 303);
});

export default function Write() {
  const { frame, page, mayWrite, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <FeedbackForms
        frame={frame}
        page={refused?.page ?? page}
        mayWrite={mayWrite}
        done={refused ? undefined : done}
        refused={refused}
      />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
