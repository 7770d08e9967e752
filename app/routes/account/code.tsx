/** `/kode` – a password by a one-time code. Looking at the page, with the code behind `#` or without, changes nothing. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeForm } from "#server/accounts/forms";
import { CodePage } from "~/components/accounts/own-pages";
import { AdultFrame } from "~/components/layout/adult-frame";
import type { SignedIn } from "~/http/adult-page.server";
import { adultFrame, homeOf } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import { langQuery } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { sessionCookie } from "~/http/session-cookie.server";
import adultStyles from "~/styles/adult.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: adultStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.account?.codeTitle ?? ""} – Lyt Højt` },
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => ({
  frame: await adultFrame(context, request, ["account"]),
}));

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const given = Object.fromEntries(await readForm(request));
  const code = given["code"] ?? "";
  const form = codeForm.safeParse(given);
  if (!form.success) return data({ fault: "short", code } as const, { status: 422 });
  try {
    const { token, actor } = await context.services.accounts.acceptCode({ ...form.data, address: context.address });
    const headers = { "Set-Cookie": sessionCookie(token, context) };
    return redirect(homeOf(actor as SignedIn) + langQuery(request.url), { headers });
  } catch (error) {
    const { status, retryAfterSeconds } = asProblem(error);
    if (status === 429)
      return data({ fault: "wait", code } as const, {
        status,
        headers: { "Retry-After": String(retryAfterSeconds ?? 60) },
      });
    if (status !== 404) throw error;
    return data({ fault: "codeUnknown", code } as const, { status: 422 });
  }
});

export default function Code() {
  const { frame } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AdultFrame frame={frame}>
      <CodePage fault={refused?.fault} code={refused?.code} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
