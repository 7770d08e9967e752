/** What becomes of the forms of one institution: done, or shown again as they were typed. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import {
  changedGroupForm,
  changedInstitutionForm,
  closeForm,
  closeGroupForm,
  mergeForm,
  newGroupForm,
} from "#server/organisation/forms";
import { problems } from "#server/lib/problem";
import type { InstitutionDeed, Typed } from "~/components/organisation/organisation-view";
import { INSTITUTION_DEEDS } from "~/components/organisation/organisation-view";
import type { SignedIn } from "~/http/adult-page.server";
import { requireSignedIn } from "~/http/adult-page.server";
import type { LoadContext } from "~/http/load-context";
import { langQuery } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";
import { faultIn, faultOf, givenIn, typedIn, unsaved } from "./fields.server";

type Organisation = LoadContext["services"]["organisation"];

interface Form<Given> {
  safeParse(
    given: unknown,
  ):
    | { readonly success: true; readonly data: Given }
    | { readonly success: false; readonly error: { readonly issues: Parameters<typeof faultIn>[0] } };
}
type Act<Given> = (organisation: Organisation, actor: SignedIn, id: string, given: Given) => Promise<void>;

const deed = <Given>(form: Form<Given>, act: Act<Given>) => ({
  /** Undefined when its shape is right, and then it is done. */
  async run(organisation: Organisation, actor: SignedIn, id: string, typed: Typed) {
    const read = form.safeParse(givenIn(typed));
    if (!read.success) return faultIn(read.error.issues);
    try {
      await act(organisation, actor, id, read.data);
      return undefined;
    } catch (error) {
      return faultOf(error);
    }
  },
});

const DEEDS: Readonly<Record<InstitutionDeed, ReturnType<typeof deed>>> = {
  change: deed(changedInstitutionForm, (service, actor, id, given) => service.changeInstitution(actor, id, given)),
  addGroup: deed(newGroupForm, (service, actor, id, given) => service.addGroup(actor, id, given)),
  changeGroup: deed(changedGroupForm, (service, actor, id, given) => service.changeGroup(actor, id, given)),
  closeGroup: deed(closeGroupForm, (service, actor, id, given) => service.closeGroup(actor, id, given)),
  close: deed(closeForm, (service, actor, id, given) => service.closeInstitution(actor, id, given)),
  merge: deed(mergeForm, (service, actor, id, given) => service.mergeInstitution(actor, id, given)),
};

export async function actOnInstitution({ request, params, context }: ActionFunctionArgs) {
  const actor = requireSignedIn(context, request, "organisation.change");
  const { organisation } = context.services;
  const id = params["id"] ?? "";
  const typed = typedIn(await readForm(request));
  const named = INSTITUTION_DEEDS.find((one) => one === typed.fields["do"]);
  if (!named) throw problems.request.malformed();
  // Who may not see it is told so, whatever was typed.
  await organisation.getInstitutionPage(actor, id);
  const fault = await DEEDS[named].run(organisation, actor, id, typed);
  const group = typed.fields["group"];
  if (fault) return unsaved({ deed: named, ...(group !== undefined && { group }), fault, typed });
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", named);
  return redirect(`${urls.institution(id)}?${query.toString()}`, 303);
}
