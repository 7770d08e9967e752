/** The fields of a posted form. Our pages post `application/x-www-form-urlencoded` and nothing else. */
import { problems } from "#server/lib/problem";

/** Far above the longest form; more would only keep the server busy. */
const MOST_FIELDS = 500;

/** Throws `request.wrongType` or `request.malformed`. */
export async function readForm(request: Request): Promise<[name: string, value: string][]> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw problems.request.wrongType();
  const fields = [...new URLSearchParams(await request.text())];
  if (fields.length > MOST_FIELDS) throw problems.request.malformed();
  return fields;
}
