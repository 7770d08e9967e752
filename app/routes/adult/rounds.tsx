/** `/admin` – rounds and what may be done with them, doors that guessing has paused, and which voice reads. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ROUND_DEEDS, roundDeedForm } from "#server/rounds/contract";
import { AdultFrame } from "~/components/layout/adult-frame";
import { LateAnswers } from "~/components/rounds/late-answers";
import { BacklogNotice } from "~/components/rounds/backlog-notice";
import { PausedDoors } from "~/components/rounds/paused-doors";
import { ProxyNotices } from "~/components/rounds/proxy-notices";
import { RoundsPage } from "~/components/rounds/rounds-page";
import { VoiceOrderForm } from "~/components/rounds/voice-order-form";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { municipalityOf } from "~/http/municipality.server";
import adminStyles from "~/styles/admin.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: adminStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.frame.locale === "en" ? "Rounds – Lyt Højt" : "Runder – Lyt Højt" },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "round.list");
  const rounds = await context.services.rounds.listOverviews(actor);
  const { voiceOrder } = await municipalityOf(context);
  const done = new URL(request.url).searchParams.get("done");
  return {
    locale: pickLocale(request),
    frame: await adultFrame(context, request, ["admin", "reading"]),
    rounds,
    done: ROUND_DEEDS.find((deed) => deed === done),
    voiceOrder,
    isVoiceOrderSaved: done === "voices",
    proxyNotices: context.proxyNotices(),
    pausedDoors: await context.services.guessing.listPausedDoors(actor),
    isDoorReopened: done === "door",
    late: (await context.services.feedback.listOwed(actor)).filter(({ owed }) => owed.isOverdue),
    backlog: await context.services.readingRoom.listBacklog(actor),
  };
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "round.open");
  const form = roundDeedForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) return data({ round: "", code: "request.malformed" }, { status: 400 });
  const { round, do: deed, early } = form.data;
  const { rounds } = context.services;
  try {
    if (deed === "open") await rounds.open(actor, round);
    else if (deed === "close") await rounds.close(actor, round);
    else await rounds.seal(actor, round, { isEarlyAccepted: early === "yes" });
  } catch (error) {
    const { code, status } = asProblem(error);
    if (status !== 409 && status !== 422) throw error;
    return data({ round, code }, { status });
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", deed);
  return redirect(`/admin?${query.toString()}`);
});

export default function Rounds() {
  const page = useLoaderData<typeof loader>();
  const { frame, rounds, done, voiceOrder, isVoiceOrderSaved, pausedDoors, isDoorReopened } = page;
  const failed = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <RoundsPage frame={frame} rounds={rounds} done={failed ? undefined : done} failed={failed}>
        <LateAnswers frame={frame} rounds={rounds} late={page.late} />
        <BacklogNotice frame={frame} backlog={page.backlog} />
        <PausedDoors frame={frame} doors={pausedDoors} isReopened={isDoorReopened} />
        <ProxyNotices notices={page.proxyNotices} />
      </RoundsPage>
      <VoiceOrderForm order={voiceOrder} lang={frame.lang} isSaved={isVoiceOrderSaved} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
