/** `/leder/:institutionId/:roundId/svar/plakat` – one sheet for the wall. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PosterSheet } from "~/components/feedback/poster-sheet";
import posterStyles from "~/components/feedback/poster.css?url";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";
import { urls } from "~/urls";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: posterStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.frame.locale === "en" ? "Poster – Lyt Højt" : "Plakat – Lyt Højt" },
];

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "feedback.read", params["institutionId"]);
  const place = { institutionId: params["institutionId"] ?? "", roundId: params["roundId"] ?? "" };
  return {
    locale: pickLocale(request),
    frame: await adultFrame(context, request, ["feedback"]),
    back: urls.feedback(place.institutionId, place.roundId),
    poster: await context.services.feedback.getPoster(actor, place, context.origin),
  };
});

function Ways({ back }: { readonly back: string }) {
  const { t } = useTranslation();
  return (
    <p className="poster-ways">
      <a href={back}>{t("feedback.title")}</a>
    </p>
  );
}

export default function Poster() {
  const { frame, back, poster } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <Ways back={back + frame.lang} />
      <PosterSheet poster={poster} locale={frame.locale} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
