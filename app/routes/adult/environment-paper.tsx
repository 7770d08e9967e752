/** `/leder/:institutionId/:roundId/miljoe` – undervisningsmiljøvurdering or børnemiljø: a draft that a person finishes. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ListedAction } from "#server/actions/contract";
import { paperOf } from "~/components/environment/make-paper";
import { PaperPage } from "~/components/environment/paper";
import paperStyles from "~/components/environment/paper.css?url";
import type { PlannedAction } from "~/components/environment/paper-view";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { wordsFor } from "~/i18n/words-for";
import { urls } from "~/urls";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.institution} – Lyt Højt` : "Lyt Højt" },
];

type Words = ReturnType<typeof wordsFor>;

function plannedOf({ effect, ...action }: ListedAction, { indices, release }: Words): PlannedAction {
  const { id, what, who, due, reason, state, since, isOverdue, about } = action;
  const planned = { id, what, who, due, reason, state, since, isOverdue };
  if (!effect || !about?.index) return planned;
  const { before, after } = effect;
  const index = indices?.[about.index] ?? about.index;
  const certainty = release?.certainty[effect.certainty] ?? effect.certainty;
  return { ...planned, effect: { index, before, after, certainty } };
}

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "release.read", params["institutionId"]);
  const locale = pickLocale(request);
  const lang = langQuery(request.url);
  const [institutionId, roundId] = [params["institutionId"] ?? "", params["roundId"] ?? ""];
  const { releases, actions, organisation } = context.services;
  const { release } = await releases.getRelease(actor, institutionId, roundId, locale);
  const { kinds } = await organisation.getInstitution(actor, institutionId);
  const words = wordsFor(locale, ["indices", "release"]);
  // What children proposed and nobody has taken up is no plan.
  const plan = (await actions.list(actor, { institutionId })).filter(({ state }) => state !== "proposed");
  return {
    locale,
    frame: await adultFrame(context, request, ["environment", "actions", "forms"]),
    view: {
      ...paperOf(release, kinds, locale),
      back: urls.result(institutionId, roundId) + lang,
      actionsAddress: urls.actions(institutionId) + lang,
      plan: plan.map((action) => plannedOf(action, words)),
    },
  };
});

export default function EnvironmentPaper() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <PaperPage frame={frame} view={view} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
