/** The municipality, read once for each request, however many parts of its page ask for it. */
import type { Municipality } from "#server/organisation/contract";
import type { LoadContext } from "./load-context";

type Asker = Pick<LoadContext, "services">;

const read = new WeakMap<Asker, Promise<Municipality>>();

export function municipalityOf(context: Asker): Promise<Municipality> {
  const known = read.get(context);
  if (known) return known;
  const municipality = context.services.organisation.getMunicipality();
  read.set(context, municipality);
  return municipality;
}
