/** `/leder` – with one institution straight to its latest result, else a choice. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import adultStyles from "~/styles/adult.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: adultStyles }];
export const meta: MetaFunction = () => [{ title: "Lyt Højt" }];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "institution.read");
  const institutions = await context.services.organisation.listInstitutions(actor);
  const [only] = institutions;
  if (only && institutions.length === 1) throw redirect(`/leder/${only.id}${langQuery(request.url)}`);
  return {
    locale: pickLocale(request),
    frame: await adultFrame(context, request, ["leader"]),
    institutions: institutions.map(({ id, name }) => ({ id, name })),
  };
});

function Choice() {
  const { t } = useTranslation();
  const { frame, institutions } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t("leader.choose")}</h1>
      {institutions.length === 0 ? <p className="card">{t("leader.none")}</p> : null}
      <ul className="choices">
        {institutions.map(({ id, name }) => (
          <li key={id}>
            <a className="card" href={`/leder/${id}${frame.lang}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export default function Institutions() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <Choice />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
