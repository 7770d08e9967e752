/** Any address that is none of ours. */
import type { LinksFunction } from "@remix-run/node";
import publicStyles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: publicStyles }];

export function loader(): never {
  throw Response.json({ code: "request.notFound" }, { status: 404 });
}

export default function NotFound() {
  return null;
}

export { AdultErrorBoundary as ErrorBoundary } from "~/components/layout/adult-error-boundary";
