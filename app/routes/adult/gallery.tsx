/** `/galleri` – every form in every language, as whoever answers it will see and hear it. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readGalleryChoice } from "#server/gallery/contract";
import { GalleryPage } from "~/components/gallery/gallery-page";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import childStyles from "~/styles/child.css?url";
import galleryStyles from "~/styles/gallery.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: childStyles },
  { rel: "stylesheet", href: galleryStyles },
];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.frame.locale === "en" ? "Gallery – Lyt Højt" : "Galleri – Lyt Højt" },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const { gallery } = context.services;
  const actor = gallery.isOpen ? context.actor : requireSignedIn(context, request, "gallery.read");
  const shown = await gallery.get(actor, readGalleryChoice(new URL(request.url).searchParams));
  return { frame: await adultFrame(context, request, ["gallery", "forms"]), gallery: shown };
});

export default function GalleryRoute() {
  const { frame, gallery } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <GalleryPage gallery={gallery} locale={frame.locale} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
