/** `/log-ind` – for leaders and administrators. Wrong name and wrong password are told the same way. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readSessionToken } from "#server/accounts/contract";
import { signInForm } from "#server/accounts/forms";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, homeOf, safeReturn } from "~/http/adult-page.server";
import type { SignedIn } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { sessionCookie } from "~/http/session-cookie.server";
import { urls } from "~/urls";
import adultStyles from "~/styles/adult.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: adultStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.frame.locale === "en" ? "Sign in – Lyt Højt" : "Log ind – Lyt Højt" },
];

type Failure = "failed" | "missing";

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  // Behind a form post the action has said what came of it, also to somebody who was signed in.
  if (context.actor.kind === "user" && !context.isFormPost)
    throw redirect(homeOf(context.actor) + langQuery(request.url));
  return { locale: pickLocale(request), frame: await adultFrame(context, request, ["signIn"]) };
});

const refuse = (failure: Failure, status: number, name = "") => data({ failure, name, waitMinutes: 0 }, { status });

function askToWait(name: string, seconds: number) {
  const waitMinutes = Math.max(1, Math.ceil(seconds / 60));
  return data(
    { failure: "tooMany" as const, name, waitMinutes },
    { status: 429, headers: { "Retry-After": `${seconds}` } },
  );
}

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const form = signInForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) return refuse("missing", 400);
  try {
    const { address, isSecure } = context;
    const formerToken = readSessionToken(request.headers.get("Cookie"), isSecure);
    const { token, actor } = await context.services.accounts.signIn({ ...form.data, address, formerToken });
    const home = safeReturn(new URL(request.url).searchParams.get("til")) ?? homeOf(actor as SignedIn);
    return redirect(home + langQuery(request.url), { headers: { "Set-Cookie": sessionCookie(token, context) } });
  } catch (error) {
    const { code, retryAfterSeconds = 60 } = asProblem(error);
    if (code === "account.signInFailed") return refuse("failed", 401, form.data.name);
    if (code === "request.tooMany") return askToWait(form.data.name, retryAfterSeconds);
    throw error;
  }
});

function SignInForm() {
  const { t } = useTranslation();
  const refused = useActionData<typeof action>();
  const failure = refused && "failure" in refused ? refused : undefined;
  return (
    <form className="card sign-in" method="post">
      <h1>{t("signIn.title")}</h1>
      <p>{t("signIn.about")}</p>
      {failure ? (
        <p className="warning" role="alert">
          {t(`signIn.${failure.failure}`, { count: failure.waitMinutes })}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor="name">{t("signIn.name")}</label>
        <input
          id="name"
          name="name"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={80}
          defaultValue={failure?.name}
        />
      </div>
      <div className="field">
        <label htmlFor="password">{t("signIn.password")}</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </div>
      <button type="submit" className="button">
        {t("signIn.submit")}
      </button>
      <p className="sign-in-child">
        <a href={urls.forgotten()}>{t("signIn.forgotten")}</a>
      </p>
      <p className="sign-in-child">
        <a href="/svar">{t("signIn.child")}</a>
      </p>
    </form>
  );
}

export default function SignIn() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <AdultFrame frame={frame}>
      <SignInForm />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
