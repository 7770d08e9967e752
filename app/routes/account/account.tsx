/** `/konto` – one's own password, and where one is signed in. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSessionToken } from "#server/accounts/contract";
import { passwordForm } from "#server/accounts/forms";
import { problems } from "#server/lib/problem";
import accountsStyles from "~/components/accounts/accounts.css?url";
import { AccountPage } from "~/components/accounts/own-pages";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import { langQuery } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: accountsStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.account?.title ?? ""} – Lyt Højt` },
];

const DONE = ["changed", "ended"] as const;

const tokenOf = (request: Request, isSecure: boolean): string =>
  readSessionToken(request.headers.get("Cookie"), isSecure) ?? "";

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "account.own");
  const sessions = await context.services.accounts.listSessions(actor, tokenOf(request, context.isSecure));
  const done = new URL(request.url).searchParams.get("done");
  return {
    frame: await adultFrame(context, request, ["account"]),
    sessions,
    done: DONE.find((one) => one === done),
  };
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "account.own");
  const { accounts } = context.services;
  const { address, isSecure } = context;
  const token = tokenOf(request, isSecure);
  const given = Object.fromEntries(await readForm(request));
  const query = new URLSearchParams(langQuery(request.url));
  const back = (done: (typeof DONE)[number]) => {
    query.set("done", done);
    return redirect(`${urls.account()}?${query.toString()}`, 303);
  };
  if (given["do"] === "end") {
    await accounts.endOtherSessions(actor, token);
    return back("ended");
  }
  if (given["do"] !== "password") throw problems.request.malformed();
  const form = passwordForm.safeParse(given);
  if (!form.success) return data({ fault: "short" } as const, { status: 422 });
  try {
    await accounts.changePassword(actor, { ...form.data, address, token });
  } catch (error) {
    const { code, status } = asProblem(error);
    if (code !== "account.passwordWrong" && status !== 429) throw error;
    return data({ fault: status === 429 ? "wait" : "wrong" } as const, { status });
  }
  return back("changed");
});

export default function Account() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AdultFrame frame={page.frame}>
      <AccountPage {...page} done={refused ? undefined : page.done} fault={refused?.fault} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
