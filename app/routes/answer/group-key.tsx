/** `/svar/g/:code/:own` – a child with three pictures or six letters, behind its group's own link. */
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { canonicalKey } from "#server/responses/contract";
import { Player } from "~/components/player/player";
import { useStart } from "~/components/player/use-start";
import { guard } from "~/http/guard.server";
import childStyles from "~/styles/child.css?url";
import { openAnswerPage, stepAnswerPage } from "./answer-page.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: childStyles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? "Lyt Højt" },
  { name: "robots", content: "noindex" },
];

const keyOf = ({ params }: Pick<LoaderFunctionArgs, "params">) =>
  canonicalKey(`${params["code"] ?? ""}/${params["own"] ?? ""}`);

export const loader = guard((args: LoaderFunctionArgs) => openAnswerPage(args, keyOf(args)));
export const action = (args: ActionFunctionArgs) => stepAnswerPage(args, keyOf(args));

export default function GroupKey() {
  const { opened } = useLoaderData<typeof loader>();
  const stepped = useActionData<typeof action>();
  const { code } = useParams();
  const start = useStart(stepped, opened);
  return start ? <Player key={start.keyText} {...start} nextHref={`/svar/g/${code}`} /> : null;
}

export { ChildErrorBoundary as ErrorBoundary } from "~/components/player/child-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
export { unlessSamePage as shouldRevalidate } from "~/http/same-page";
