/** What a leader's page shows: the institution's rounds and one release, the latest unless a round is named. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageOf } from "~/components/release/make-page";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { pickLocale } from "~/http/locale";
import { municipalityOf } from "~/http/municipality.server";

export async function loadReleasePage({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireSignedIn(context, request);
  const locale = pickLocale(request);
  const asked = { institutionId: params["institutionId"] ?? "", roundId: params["roundId"], locale };
  const municipality = await municipalityOf(context);
  const { institution, rounds, found } = await context.services.releases.getPage(actor, asked, municipality);
  return {
    locale,
    frame: await adultFrame(context, request, ["leader", "release", "ownWords", "themes", "indices", "forms"]),
    institution: { id: institution.id, name: institution.name },
    rounds,
    ...(found && {
      view: { page: pageOf(found.release, locale, found.plans), label: found.label, ownWords: found.ownWords },
    }),
  };
}
