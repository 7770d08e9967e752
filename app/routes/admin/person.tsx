/** `/admin/brugere/:id` – one adult who may sign in. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CODE_WAYS } from "#server/accounts/contract";
import { changePersonForm } from "#server/accounts/forms";
import { problems } from "#server/lib/problem";
import accountsStyles from "~/components/accounts/accounts.css?url";
import { PERSON_DONE, PersonPage } from "~/components/accounts/person-page";
import { AdultFrame } from "~/components/layout/adult-frame";
import type { SignedIn } from "~/http/adult-page.server";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import type { LoadContext } from "~/http/load-context";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { personIn } from "./person-form.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: accountsStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.person.displayName ?? ""} – Lyt Højt` },
];

export const loader = guard(async ({ request, context, params }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "account.list");
  const { people } = context.services;
  const person = await people.getPerson(actor, params["id"] ?? "");
  const [all, reachable] = await Promise.all([people.listPeople(actor), people.listReachable(actor)]);
  const done = new URL(request.url).searchParams.get("done");
  return {
    frame: await adultFrame(context, request, ["people"]),
    person,
    reachable,
    others: all.filter(({ id, role, state }) => id !== person.id && role === person.role && state !== "suspended"),
    done: PERSON_DONE.find((one) => one === done),
    codeAddress: context.origin + urls.code(),
  };
});

type Fields = [string, string][];
type Done = (typeof PERSON_DONE)[number] | "removed";
interface Deed {
  readonly id: string;
  readonly fields: Fields;
  readonly sending: { readonly locale: "da" | "en"; readonly origin: string };
}

/** Resolves with what was done, or with a letter to print. */
async function doDeed({ services: { people } }: LoadContext, actor: SignedIn, { id, fields, sending }: Deed) {
  const given = new Map(fields);
  const is = (deed: string) => given.get("do") === deed;
  if (is("change")) {
    const form = changePersonForm.safeParse(personIn(fields));
    if (!form.success) return { code: "request.malformed" } as const;
    await people.changePerson(actor, id, form.data);
    return { done: "changed" as Done };
  }
  if (is("renew")) {
    const way = CODE_WAYS.find((one) => one === given.get("way"));
    if (!way) throw problems.request.malformed();
    const letter = await people.renewCode(actor, id, { ...sending, way });
    return letter ? { letter } : { done: "renewed" as Done };
  }
  if (is("suspend")) await people.suspend(actor, id);
  else if (is("resume")) await people.resume(actor, id);
  else if (is("remove") && given.get("sure") === "yes")
    await people.remove(actor, id, given.get("successor") || undefined);
  else throw problems.request.malformed();
  return { done: (is("suspend") ? "suspended" : is("resume") ? "resumed" : "removed") as Done };
}

export const action = guard(async ({ request, context, params }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "account.change");
  const id = params["id"] ?? "";
  const fields = await readForm(request);
  const sending = { locale: pickLocale(request), origin: context.origin };
  try {
    const result = await doDeed(context, actor, { id, fields, sending });
    if ("code" in result) return data(result, { status: 422 });
    if ("letter" in result) return data(result);
    const query = new URLSearchParams(langQuery(request.url));
    query.set("done", result.done);
    const path = result.done === "removed" ? urls.people() : urls.person(id);
    return redirect(`${path}?${query.toString()}`, 303);
  } catch (error) {
    const { code, status } = asProblem(error);
    if (status !== 409 && status !== 422) throw error;
    return data({ code }, { status });
  }
});

export default function Person() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <AdultFrame frame={page.frame}>
      <PersonPage
        {...page}
        done={result ? undefined : page.done}
        failed={result && "code" in result ? { code: result.code ?? "" } : undefined}
        letter={result && "letter" in result ? result.letter : undefined}
      />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
