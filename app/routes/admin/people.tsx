/** `/admin/brugere` – the adults who may sign in, and inviting one more. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inviteForm } from "#server/accounts/forms";
import accountsStyles from "~/components/accounts/accounts.css?url";
import { PeoplePage } from "~/components/accounts/people-page";
import { AdultFrame } from "~/components/layout/adult-frame";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { personIn, typedIn } from "./person-form.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: accountsStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.frame.words.people?.title ?? ""} – Lyt Højt` },
];

const DONE = ["invited", "removed"] as const;

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "account.list");
  const [people, reachable] = await Promise.all([
    context.services.people.listPeople(actor),
    context.services.people.listReachable(actor),
  ]);
  const done = new URL(request.url).searchParams.get("done");
  return {
    frame: await adultFrame(context, request, ["people"]),
    people,
    reachable,
    done: DONE.find((one) => one === done),
    codeAddress: context.origin + urls.code(),
  };
});

export const action = guard(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "account.change");
  const fields = await readForm(request);
  const form = inviteForm.safeParse(personIn(fields));
  const refuse = (code: string, status: number) => data({ code, typed: typedIn(fields) }, { status });
  if (!form.success) return refuse("request.malformed", 422);
  try {
    const sending = { locale: pickLocale(request), origin: context.origin };
    const letter = await context.services.people.invite(actor, form.data, sending);
    if (letter) return data({ letter });
  } catch (error) {
    const { code, status } = asProblem(error);
    if (status !== 409 && status !== 422) throw error;
    return refuse(code, status);
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", "invited");
  return redirect(`${urls.people()}?${query.toString()}`, 303);
});

export default function People() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <AdultFrame frame={page.frame}>
      <PeoplePage
        {...page}
        done={result ? undefined : page.done}
        failed={result && "code" in result ? result : undefined}
        letter={result && "letter" in result ? result.letter : undefined}
      />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
