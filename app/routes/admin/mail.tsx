/** `/admin/post` – mail on its way, and what to hand over where nothing can be sent. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { problems } from "#server/lib/problem";
import { mailDeed } from "#server/mail/forms";
import { AdultFrame } from "~/components/layout/adult-frame";
import mailStyles from "~/components/mail/mail.css?url";
import { MailPage } from "~/components/mail/mail-page";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { wordsFor } from "~/i18n/words-for";
import { urls } from "~/urls";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: mailStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.mail?.title ?? ""} – Lyt Højt` },
];

const SAID = ["tested", "retried"] as const;

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "mail.read");
  const post = await context.services.mail.list(actor);
  const done = new URL(request.url).searchParams.get("done");
  return { frame: await adultFrame(context, request, ["mail"]), post, done: SAID.find((one) => one === done) };
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "mail.test");
  const given = Object.fromEntries(await readForm(request));
  const form = mailDeed.safeParse(given);
  if (!form.success) {
    if (given["do"] !== "test") throw problems.request.malformed();
    return data({ kind: "badAddress", address: given["to"] ?? "" } as const, { status: 422 });
  }
  const locale = pickLocale(request);
  const { mail } = context.services;
  if (form.data.do === "retry") await mail.retry(actor, form.data.id);
  else {
    const { testSubject: subject = "", testText = "" } = wordsFor(locale, ["mail"]).mail ?? {};
    await mail.test(actor, { to: form.data.to, locale, kind: "test", message: { subject, paragraphs: [testText] } });
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", form.data.do === "retry" ? "retried" : "tested");
  return redirect(`${urls.mail()}?${query.toString()}`, 303);
});

export default function Mail() {
  const { frame, post, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <MailPage frame={frame} post={post} said={failed ?? (done && { kind: done })} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
