/** What a leader's form on the answer to the children does. */
import type { FeedbackPage } from "#server/feedback/contract";
import { problems } from "#server/lib/problem";
import type { Posted } from "~/components/feedback/fields";
import { readPosted } from "~/components/feedback/fields";
import type { SignedIn } from "~/http/adult-page.server";
import type { LoadContext } from "~/http/load-context";
import { asProblem } from "~/http/guard.server";

interface Place {
  readonly institutionId: string;
  readonly roundId: string;
}

/** What went wrong, with what was typed and the page as it stands now: nobody types anything twice. */
export interface Refused {
  readonly code: string;
  readonly status: number;
  readonly posted: Posted;
  readonly page: FeedbackPage;
}

const TOLD = new Set(["feedback.unfit", "feedback.incomplete", "feedback.names", "feedback.changed", "feedback.early"]);

/** Throws `request.malformed`, and what the service throws of who may not. */
export async function doDeed(
  { services }: Pick<LoadContext, "services">,
  actor: SignedIn,
  { fields, ...place }: Place & { readonly fields: readonly (readonly [string, string])[] },
): Promise<Refused | { readonly done: Posted["deed"] }> {
  const posted = readPosted(fields);
  if (!posted) throw problems.request.malformed();
  const { deed, isChecked, ...written } = posted;
  const { feedback } = services;
  try {
    if (deed === "save") await feedback.saveDraft(actor, place, written);
    else if (deed === "publish") await feedback.publish(actor, place, { ...written, isChecked });
    else await feedback.publishFollowUp(actor, place, { ...written, isChecked });
    return { done: deed };
  } catch (error) {
    const { code, status } = asProblem(error);
    if (!TOLD.has(code)) throw error;
    return { code, status, posted, page: await feedback.getPage(actor, place, written) };
  }
}
