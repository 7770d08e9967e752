/** `/leder/:institutionId` – the latest release of an institution; the same page as a named round's. */
import { guard } from "~/http/guard.server";
import { loadReleasePage } from "./release-page.server";

export const loader = guard(loadReleasePage);
export { default, ErrorBoundary, headers, links, meta } from "./release";
