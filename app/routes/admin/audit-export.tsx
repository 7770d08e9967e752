/** `/admin/revision.csv` – the same as a file, by the same filter. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditFilter } from "#server/audit/forms";
import { requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";

export const loader = guard(async ({ request, context }: LoaderFunctionArgs) => {
  // Who signs in on the way comes back to the page: a file would leave them before the form.
  const actor = requireSignedIn(context, new Request(request.url.replace(".csv", "")), "audit.read");
  const { user, verb, institution, from, to } = auditFilter.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const filter = { user, verb, institution, from, to };
  const csv = await context.services.audit.exportCsv(actor, filter, pickLocale(request));
  return new Response(csv, {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": 'attachment; filename="lyt-hoejt-revision.csv"',
    },
  });
});
