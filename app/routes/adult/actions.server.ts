/** What the action board shows, and what becomes of its forms: saved, or shown again as they were typed. */
import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { changedActionForm, newActionForm } from "#server/actions/forms";
import type { ActionFields } from "#server/actions/contract";
import { isProblem } from "#server/lib/problem";
import { may } from "#server/permissions/contract";
import type { Locale } from "#surveys/paper/local-text";
import { FORM_NAMES } from "#surveys/paper/form";
import { INDICES } from "#surveys/scoring/indices";
import type { ActionFault, ActionsView, NewAbout, Unsaved } from "~/components/actions/actions-view";
import { NOTHING_TYPED } from "~/components/actions/actions-view";
import type { SignedIn } from "~/http/adult-page.server";
import { requireSignedIn } from "~/http/adult-page.server";
import { langQuery } from "~/http/locale";
import { municipalityOf } from "~/http/municipality.server";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";

type Rounds = readonly { readonly roundId: string; readonly title: string }[];

/** Of an address somebody may have typed: what is none of ours is left out. */
function aboutIn({ searchParams }: URL, rounds: Rounds): NewAbout | undefined {
  const round = rounds.find(({ roundId }) => roundId === searchParams.get("runde"));
  if (!round) return undefined;
  const form = FORM_NAMES.find((one) => one === searchParams.get("skema"));
  const index = INDICES.find((one) => one === searchParams.get("indeks"));
  return { round: round.roundId, title: round.title, ...(form && { form }), ...(index && { index }) };
}

export async function loadActions(
  { request, params, context }: LoaderFunctionArgs,
  actor: SignedIn,
  locale: Locale,
): Promise<ActionsView> {
  const institutionId = params["institutionId"] ?? "";
  const { services } = context;
  const actions = await services.actions.list(actor, { institutionId });
  const { institution, rounds } = await services.releases.getPage(
    actor,
    { institutionId, locale },
    await municipalityOf(context),
  );
  const url = new URL(request.url);
  const about = aboutIn(url, rounds);
  return {
    back: `${urls.results()}/${institutionId}`,
    institution: institution.name,
    actions: actions.map(({ effect, ...action }) => {
      const round = rounds.find(({ roundId }) => roundId === action.about?.roundId)?.title;
      return {
        action,
        ...(round !== undefined && { round }),
        ...(effect && { effect: { ...effect, round: effect.roundTitle[locale] } }),
      };
    }),
    mayWrite: may(actor, "action.write"),
    newId: randomBytes(16).toString("hex"),
    ...(about && { about }),
    isNewOpen: about !== undefined || url.searchParams.has("ny"),
    isSaved: url.searchParams.get("gemt") === "ja",
  };
}

type Given = Readonly<Record<string, string>>;

const typedIn = (given: Given): ActionFields =>
  Object.fromEntries(Object.keys(NOTHING_TYPED).map((name) => [name, given[name] ?? ""])) as unknown as ActionFields;

function unsaved(given: Given, fault: ActionFault) {
  const answer: Unsaved = {
    id: given["id"] ?? "",
    isNew: given["version"] === undefined,
    fault,
    typed: typedIn(given),
  };
  return data(answer, { status: fault === "changed" ? 409 : 422 });
}

const LACKS = ["who", "due", "reason"] as const;

/** A fault that the form can say; anything else is thrown on. */
function faultOf(error: unknown): ActionFault {
  if (!isProblem(error)) throw error;
  if (error.code === "action.changed") return "changed";
  const lack = LACKS.find((one) => error.code === "action.incomplete" && error.message.endsWith(` ${one}`));
  if (!lack) throw error;
  return lack;
}

/** Which field its shape refuses. */
const faultIn = (given: Given, paths: readonly unknown[]): ActionFault => {
  if ((given["what"] ?? "").trim() === "") return "what";
  return paths.includes("due") ? "due" : "long";
};

export async function saveAction({ request, params, context }: ActionFunctionArgs) {
  const actor = requireSignedIn(context, request, "action.write", params["institutionId"]);
  const institutionId = params["institutionId"] ?? "";
  const given: Given = Object.fromEntries(await readForm(request));
  const { actions } = context.services;
  const isNew = given["version"] === undefined;
  const form = isNew ? newActionForm.safeParse(given) : changedActionForm.safeParse(given);
  if (!form.success) {
    // Whose board it is not is told so, whatever was typed.
    await actions.list(actor, { institutionId });
    return unsaved(
      given,
      faultIn(
        given,
        form.error.issues.map(({ path }) => path[0]),
      ),
    );
  }
  try {
    if ("version" in form.data) await actions.change(actor, institutionId, form.data);
    else await actions.add(actor, institutionId, form.data);
  } catch (error) {
    return unsaved(given, faultOf(error));
  }
  const query = new URLSearchParams(langQuery(request.url));
  query.set("gemt", "ja");
  return redirect(`${urls.actions(institutionId)}?${query.toString()}`, 303);
}
