/** `/glemt` – a way back in by mail. It says the same whether anybody has such an account. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forgottenForm } from "#server/accounts/forms";
import { problems } from "#server/lib/problem";
import { ForgottenPage } from "~/components/accounts/own-pages";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import adultStyles from "~/styles/adult.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: adultStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.account?.forgottenTitle ?? ""} – Lyt Højt` },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => ({
  frame: await adultFrame(context, request, ["account"]),
}));

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const form = forgottenForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) throw problems.request.malformed();
  const { address, origin } = context;
  try {
    await context.services.accounts.forgotPassword({ ...form.data, address, origin, locale: pickLocale(request) });
  } catch (error) {
    const { status, retryAfterSeconds } = asProblem(error);
    if (status !== 429) throw error;
    return data({ fault: "wait" } as const, { status, headers: { "Retry-After": String(retryAfterSeconds ?? 60) } });
  }
  return data({ fault: undefined });
});

export default function Forgotten() {
  const { frame } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <ForgottenPage isSent={result !== undefined && result.fault === undefined} fault={result?.fault} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
