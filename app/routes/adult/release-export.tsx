/** `/leder/:institutionId/:roundId/udtraek.csv` and `.xlsx` – a release as a file, for the staff or for the board. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { EXPORT_FORMATS, readExportQuery } from "#server/exports/contract";
import { problems } from "#server/lib/problem";
import { requireSignedIn } from "~/http/adult-page.server";
import { guard } from "~/http/guard.server";
import { pickLocale } from "~/http/locale";

export const loader = guard(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { pathname, searchParams } = new URL(request.url);
  // Who signs in on the way comes back to the page: a file would leave them before the form.
  const page = new Request(request.url.replace(/\/udtraek\.[^/]*$/i, ""));
  const actor = requireSignedIn(context, page, "release.read", params["institutionId"]);
  const format = EXPORT_FORMATS.find((one) => pathname.toLowerCase().endsWith(`.${one}`));
  const wanted = readExportQuery(searchParams);
  if (!format || !wanted) throw problems.request.malformed();
  const { institutionId = "", roundId = "" } = params;
  const { edition, sheet } = wanted;
  const locale = pickLocale(request);
  const files = await context.services.exports.getFiles(actor, { institutionId, roundId, format, edition, locale });
  const file = files.find((one) => one.sheet === sheet);
  if (!file) throw problems.request.malformed();
  return new Response(file.bytes, {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": file.contentType,
      "Content-Length": String(file.bytes.length),
      "Content-Disposition": file.disposition,
    },
  });
});
