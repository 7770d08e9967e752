/** What a leader's page shows: the institution's rounds and one release, the latest unless a round is named. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageOf } from "~/components/release/make-page";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { pickLocale } from "~/http/locale";

export async function loadReleasePage({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireSignedIn(context, request);
  const { releases } = context.services;
  const locale = pickLocale(request);
  const institutionId = params["institutionId"] ?? "";
  const { institution, rounds } = await releases.listRounds(actor, institutionId, locale);
  const roundId = params["roundId"] ?? rounds.find((round) => round.hasRelease)?.roundId;
  const found = roundId === undefined ? undefined : await releases.getRelease(actor, institutionId, roundId, locale);
  return {
    locale,
    frame: await adultFrame(context, request, ["leader", "release", "themes", "indices", "forms"]),
    institution: { id: institution.id, name: institution.name },
    rounds,
    ...(found && { view: { page: pageOf(found.release, locale, found.plans), label: found.label } }),
  };
}
