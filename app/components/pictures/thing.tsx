/** One thing of the sheet of things, by its name. Decoration to a screen reader: the words beside it say the same. */
import { thingUrl } from "#surveys/pictures/thing-url";
import type { ThingName } from "#surveys/pictures/things";

export const THINGS_URL = "/things.svg";

export function Thing({ name }: { readonly name: ThingName | (string & {}) }) {
  return (
    <svg className="thing" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <use href={thingUrl(name, THINGS_URL)} />
    </svg>
  );
}
