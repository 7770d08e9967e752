/** What a leader's page shows: the institution's rounds and one release, the latest unless a round is named. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageOf } from "~/components/release/make-page";
import { may } from "#server/permissions/contract";
import type { Release } from "#server/releases/contract";
import type { Ways } from "~/components/release/ways";
import type { SignedIn } from "~/http/adult-page.server";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import type { LoadContext } from "~/http/load-context";
import { langQuery, pickLocale } from "~/http/locale";
import { municipalityOf } from "~/http/municipality.server";
import { urls } from "~/urls";

/** An administrator reads what is done, and does it not. */
function waysFrom({ institutionId, roundId }: Release, actor: SignedIn, lang: string): Ways {
  const actions = urls.actions(institutionId) + lang;
  const read = {
    actions,
    paper: urls.environmentPaper(institutionId, roundId) + lang,
    feedback: urls.feedback(institutionId, roundId) + lang,
  };
  if (!may(actor, "action.write")) return read;
  const query = new URLSearchParams(lang);
  query.set("runde", roundId);
  const newAction = `${urls.actions(institutionId)}?${query.toString()}`;
  return { ...read, newAction, dialogue: urls.dialogue(institutionId, roundId) + lang };
}

function owedFor({ services }: Pick<LoadContext, "services">, actor: SignedIn, release: Release) {
  const { institutionId, roundId, feedbackDueOn: promisedOn, closedOn } = release;
  return services.feedback.findOwed(actor, { institutionId, roundId }, { promisedOn, closedOn });
}

export async function loadReleasePage({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireSignedIn(context, request, "release.read", params["institutionId"]);
  const locale = pickLocale(request);
  const asked = { institutionId: params["institutionId"] ?? "", roundId: params["roundId"], locale };
  const municipality = await municipalityOf(context);
  const { institution, rounds, found } = await context.services.releases.getPage(actor, asked, municipality);
  return {
    locale,
    frame: await adultFrame(context, request, ["leader", "release", "ways", "ownWords", "themes", "indices", "forms"]),
    institution: { id: institution.id, name: institution.name },
    rounds,
    ...(found && {
      view: {
        page: pageOf(found.release, locale, found.plans),
        label: found.label,
        ways: waysFrom(found.release, actor, langQuery(request.url)),
        owed: await owedFor(context, actor, found.release),
        ownWords: found.ownWords,
      },
    }),
  };
}
