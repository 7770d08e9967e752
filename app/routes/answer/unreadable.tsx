/** `/svar/...` – what can be read as no key and no door: the page that says so, with the way back to the door. */
import type { LinksFunction } from "@remix-run/node";
import { problems } from "#server/lib/problem";
import { guard } from "~/http/guard.server";
import childStyles from "~/styles/child.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: childStyles }];

const refuse = guard(() => Promise.reject(problems.key.malformed()));
export const loader = refuse;
export const action = refuse;

export default function Unreadable() {
  return null;
}

export { ChildErrorBoundary as ErrorBoundary } from "~/components/player/child-error-boundary";
export { pageHeaders as headers } from "~/http/page-headers";
