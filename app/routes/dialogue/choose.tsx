/** `/leder/:institutionId/:roundId/samtale` – the leader chooses what a class is shown, and opens the projector's link. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endDialogueForm, openDialogueForm } from "#server/dialogues/forms";
import { ChoosePage } from "~/components/dialogue/choose";
import chooseStyles from "~/components/dialogue/choose.css?url";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { loadChoosePage, placeOf } from "./choose.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: chooseStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.locale === "en" ? "Class dialogue – Lyt Højt" : "Klassesamtale – Lyt Højt" },
];

export const loader = guard(async (args: LoaderFunctionArgs) => {
  const { request, params, context } = args;
  const actor = requireSignedIn(context, request, "dialogue.open", params["institutionId"]);
  const locale = pickLocale(request);
  return {
    locale,
    frame: await adultFrame(context, request, ["dialogue", "board", "forms", "themes"]),
    view: await loadChoosePage(args, actor, locale),
    isEnded: new URL(request.url).searchParams.get("lukket") === "ja",
  };
});

export const action = guard(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "dialogue.open", params["institutionId"]);
  const fields = await readForm(request);
  const ending = endDialogueForm.safeParse(Object.fromEntries(fields));
  if (ending.success) {
    await context.services.dialogues.end(actor, placeOf(params), ending.data.end);
    const query = new URLSearchParams(langQuery(request.url));
    query.set("lukket", "ja");
    const { institutionId, roundId } = placeOf(params);
    return redirect(`${urls.dialogue(institutionId, roundId)}?${query.toString()}`, 303);
  }
  const items = fields.flatMap(([name, value]) => (name === "item" ? [value] : []));
  const form = openDialogueForm.safeParse({ audience: new Map(fields).get("for"), items });
  if (!form.success) {
    // Whoever may not open one is told so, whatever was sent.
    await context.services.dialogues.getPage(actor, placeOf(params));
    return data({ isEmpty: true } as const, { status: 422 });
  }
  const { token, expiresAt } = await context.services.dialogues.open(actor, { ...placeOf(params), ...form.data });
  return data({ isEmpty: false, opened: { path: urls.projector(token), expiresAt } } as const);
});

export default function Choose() {
  const { frame, view, isEnded } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <ChoosePage
        frame={frame}
        view={view}
        isEmpty={done?.isEmpty ?? false}
        isEnded={isEnded && !done}
        opened={done && "opened" in done ? done.opened : undefined}
      />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
