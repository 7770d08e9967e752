/** `/laeserum` and `/laeserum/:id` – what children wrote, for the editor who reads it. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writingForm } from "#server/reading-room/forms";
import type { WritingAct } from "#server/reading-room/forms";
import { AdultFrame } from "~/components/layout/adult-frame";
import readingStyles from "~/components/reading/reading.css?url";
import type { ReadingSaid } from "~/components/reading/reading-page";
import { READING_SAID, ReadingPage } from "~/components/reading/reading-page";
import { adultFrame, requireSignedIn } from "~/http/adult-page.server";
import { asProblem, guard } from "~/http/guard.server";
import { langQuery, pickLocale } from "~/http/locale";
import { readForm } from "~/http/read-form.server";
import { urls } from "~/urls";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: readingStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.frame.words.reading?.editorTitle ?? "Lyt Højt" },
];

type Load = Pick<LoaderFunctionArgs, "context" | "params">;

/** The one asked for, else the first; undefined, with `isTaken`, when somebody else has read it meanwhile. */
async function openOf({ context, params }: Load, first: string | undefined) {
  const { readingRoom } = context.services;
  const id = params["id"] ?? first;
  if (id === undefined) return {};
  try {
    return { open: await readingRoom.getWriting(context.actor, id) };
  } catch (error) {
    if (asProblem(error).status !== 409) throw error;
    return { isTaken: params["id"] !== undefined };
  }
}

export const loader = guard(async ({ request, context, params }: LoaderFunctionArgs) => {
  const actor = requireSignedIn(context, request, "writing.read");
  const queue = await context.services.readingRoom.getQueue(actor);
  const { open, isTaken } = await openOf({ context, params }, queue.lines[0]?.id);
  const done = new URL(request.url).searchParams.get("done");
  const said: ReadingSaid | undefined = isTaken ? "taken" : READING_SAID.find((one) => one === done);
  const frame = await adultFrame(context, request, ["reading", "forms"]);
  return { locale: pickLocale(request), frame, queue, open, said };
});

function backTo(request: Request, path: string, done: ReadingSaid): Response {
  const query = new URLSearchParams(langQuery(request.url));
  query.set("done", done);
  return redirect(`${path}?${query.toString()}`, 303);
}

/** What was read goes on to the next; what is not over stays. */
const placeAfter = (id: string, { do: deed }: WritingAct): string =>
  deed === "worry" || deed === "cleanse" ? urls.writing(id) : urls.readingRoom();

export const action = guard(async ({ request, context, params }: ActionFunctionArgs) => {
  const actor = requireSignedIn(context, request, "writing.read");
  const { readingRoom } = context.services;
  const fields = await readForm(request);
  const single = Object.fromEntries(fields.filter(([name]) => name !== "done"));
  if (single["do"] === "back") {
    await readingRoom.takeBack(actor, single["id"] ?? "");
    return backTo(request, urls.readingRoom(), "back");
  }
  const done = fields.filter(([name]) => name === "done").map(([, value]) => value);
  const form = writingForm.safeParse({ ...single, ...(single["do"] === "done" && { done }) });
  if (!form.success) return data({ code: "request.malformed" }, { status: 400 });
  const id = params["id"] ?? "";
  try {
    await readingRoom.act(actor, id, form.data);
  } catch (error) {
    const { status, code } = asProblem(error);
    if (status !== 409 && status !== 422) throw error;
    const text = form.data.do === "cleanse" ? form.data.text : undefined;
    return data({ code, do: form.data.do, text }, { status });
  }
  return backTo(request, placeAfter(id, form.data), form.data.do);
});

export default function ReadingRoom() {
  const { frame, queue, open, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const told = failure?.code === "writing.taken" ? (open ? "changed" : "taken") : failure ? undefined : said;
  return (
    <AdultFrame frame={frame}>
      <ReadingPage frame={frame} queue={queue} open={open} said={told} failure={failure} />
    </AdultFrame>
  );
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
