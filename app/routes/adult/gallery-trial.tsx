/** `/galleri/fil` – somebody's own SurveyJS file, as whoever answers it would see it. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTrial } from "#server/gallery/contract";
import type { Trial, TrialOutcome } from "#server/gallery/contract";
import { TrialPage } from "~/components/gallery/trial-page";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import type { LoadContext } from "~/http/load-context";
import { readForm } from "~/http/read-form.server";
import { links as galleryLinks } from "./gallery";

export const links: LinksFunction = galleryLinks;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.frame.locale === "en" ? "Try a file – Lyt Højt" : "Prøv en fil – Lyt Højt" },
];

interface Answer {
  readonly brought?: Trial;
  readonly outcome?: TrialOutcome;
  readonly isMalformed?: boolean;
}

const mayLook = (context: LoadContext, request: Request) =>
  context.services.gallery.isOpen ? context.actor : requireSignedIn(context, request, "gallery.read");

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  context.services.gallery.allow(mayLook(context, request));
  return { frame: await adultFrame(context, request, ["gallery", "forms"]) };
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = mayLook(context, request);
  const trial = readTrial(new Map(await readForm(request)));
  if (!trial) return data<Answer>({ isMalformed: true }, { status: 400 });
  const outcome = await context.services.gallery.tryForm(actor, trial);
  return data<Answer>({ brought: trial, outcome }, { status: outcome.kind === "refused" ? 422 : 200 });
});

export default function GalleryTrialRoute() {
  const { frame } = useLoaderData<typeof loader>();
  const answer: Answer | undefined = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <TrialPage {...answer} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
