/** What the page shows on which a leader chooses a class dialogue. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { audienceKey } from "#server/dialogues/contract";
import type { Locale } from "#surveys/paper/local-text";
import type { ChooseView } from "~/components/dialogue/choose";
import type { SignedIn } from "~/http/adult-page.server";
import { urls } from "~/urls";

type Params = LoaderFunctionArgs["params"];

export const placeOf = (params: Params) => ({
  institutionId: params["institutionId"] ?? "",
  roundId: params["roundId"] ?? "",
});

export async function loadChoosePage(
  { request, params, context }: LoaderFunctionArgs,
  actor: SignedIn,
  locale: Locale,
): Promise<ChooseView> {
  const place = placeOf(params);
  const audience = new URL(request.url).searchParams.get("for") ?? "";
  const page = await context.services.dialogues.getPage(actor, { ...place, audience });
  const { institution, release, audiences, chosen, cards, open } = page;
  return {
    back: urls.result(place.institutionId, place.roundId),
    institution: institution.name,
    round: release.roundTitle[locale],
    choices: audiences.map((one) => ({ key: audienceKey(one), form: one.form, group: one.group ?? [] })),
    chosen: chosen ? audienceKey(chosen) : "",
    links: open.map(({ id, form, group, expiresAt }) => ({ id, form, group: group ?? [], expiresAt })),
    ...(chosen && { form: chosen.form }),
    cards: cards.map(({ item, theme, question, figure, isSignal, talk }) => ({
      item,
      theme,
      question: question[locale],
      isSignal,
      ...(figure && { figure: { ...figure, ending: figure.ending[locale] } }),
      talk: talk.map((one) => one[locale]),
    })),
  };
}
