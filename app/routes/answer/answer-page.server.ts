/**
 * What the two addresses of a child's answer (card-key, group-key) do on the server: a key opens an invitation, and a
 * form post without scripts takes steps through the paper and, at its end, sends.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import type { Language } from "#surveys/paper/language";
import { directionOf } from "#surveys/paper/language";
import type { Walk } from "#surveys/paper/walk";
import { startWalk, takeStep } from "#surveys/paper/walk";
import { decodeWalk, stepsFromForm } from "#surveys/paper/walk-code";
import { ANSWER_HEADER } from "~/components/player/our-answer";
import { pageTitle } from "~/components/player/page-title";
import { newSeed } from "~/components/player/new-seed";
import { newResponseId, noticeOf, readHelper, toSubmission } from "~/components/player/submission";
import type { WalkStart } from "~/components/player/use-walk";
import { asProblem, isInvented, problemResponse } from "~/http/guard.server";
import { pickLanguage } from "~/http/locale";
import { readForm } from "~/http/read-form.server";

export interface AnswerPageData extends WalkStart {
  /** For the document around the page. */
  readonly locale: Language;
  readonly dir: "ltr" | "rtl";
}

interface Begun {
  readonly responseId?: string;
  /** The token of the page that was opened. */
  readonly opened?: string;
}

async function open({ request, context }: LoaderFunctionArgs, keyText: string, begun: Begun = {}) {
  const { services, address } = context;
  const invitation = await services.responses.openKey(keyText, { locale: pickLanguage(request), address, ...begun });
  return { invitation, keyText, locale: invitation.paper.locale, dir: invitation.paper.dir };
}

export interface OpenedAnswerPage {
  readonly locale: Language;
  readonly dir?: "ltr" | "rtl";
  readonly title?: string;
  /** Absent behind a form post: the key may just have been spent, and the action's page is the one to show. */
  readonly opened?: AnswerPageData;
}

export async function openAnswerPage(args: LoaderFunctionArgs, keyText: string): Promise<OpenedAnswerPage> {
  if (args.context.isFormPost) {
    const locale = pickLanguage(args.request);
    return { locale, dir: directionOf(locale), title: args.context.madeTitle };
  }
  const page = await open(args, keyText);
  // A paper that is not complete in the language wished for: the address then says which one it is in, for every post.
  if (page.locale !== pickLanguage(args.request))
    throw redirect(`${new URL(args.request.url).pathname}?lang=${page.locale}`);
  const opened = { ...page, walk: startWalk(newResponseId(), newSeed()) };
  return { locale: page.locale, dir: page.dir, title: pageTitle(page.invitation, opened.walk), opened };
}

type Entries = readonly (readonly [string, string])[];

/** The id in a posted walk, read before there is a paper to check the walk against. */
const idIn = (walk: string): string | undefined => /"responseId":"([0-9a-f]{32})"/.exec(walk)?.[1];

async function send(args: ActionFunctionArgs, page: Omit<AnswerPageData, "receipt" | "notice">, helperField?: string) {
  const { invitation, keyText, walk } = page;
  const helper = readHelper(helperField);
  const submission = toSubmission({ invitation, keyText, walk, helper });
  const { services, address } = args.context;
  try {
    const receipt = await services.responses.submit(walk.responseId, submission, { address });
    const sent = takeStep(invitation.paper, walk, { do: "sent" });
    const headers = { [ANSWER_HEADER]: JSON.stringify(receipt) };
    return data({ ...page, walk: sent, receipt, isHelped: helper !== "none" }, { headers });
  } catch (error) {
    const problem = asProblem(error);
    const { headers } = problemResponse(problem);
    headers.delete("Content-Type");
    return data({ ...page, notice: noticeOf(problem.code) }, { status: problem.status, headers });
  }
}

async function step(args: ActionFunctionArgs, keyText: string, entries: Entries) {
  const fields = new Map(entries);
  const posted = fields.get("walk") ?? "";
  const page = await open(args, keyText, { responseId: idIn(posted), opened: fields.get("opened") });
  const { paper, facts } = page.invitation;
  const found = decodeWalk(paper, posted, facts);
  const begun: Walk = found ?? startWalk(newResponseId(), newSeed());
  if (page.invitation.isClosing && !found) return data({ ...page, walk: begun });
  if (fields.get("do") === "send" && begun.stage === "looking")
    return send(args, { ...page, walk: begun, isBegun: true }, fields.get("helper"));
  const walk = stepsFromForm(entries).reduce((at, one) => takeStep(paper, at, one, facts), begun);
  return data({ ...page, walk, isBegun: true });
}

async function stepAndName(args: ActionFunctionArgs, keyText: string, entries: Entries) {
  const made = await step(args, keyText, entries);
  args.context.madeTitle = pageTitle(made.data.invitation, made.data.walk);
  return made;
}

/** Anything that may pass is answered with the post itself, so that it can be sent once more. */
export async function stepAnswerPage(args: ActionFunctionArgs, keyText: string) {
  let entries: Entries = [];
  try {
    entries = await readForm(args.request);
    return await stepAndName(args, keyText, entries);
  } catch (error) {
    const problem = asProblem(error);
    const again = problem.status === 503 ? { again: entries } : {};
    throw problemResponse(problem, { ...again, isInvented: await isInvented(problem, args.context) });
  }
}
