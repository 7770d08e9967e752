/**
 * What a draft holds: the walk, and the token of the page it was begun on. A page that is not opened again, because pictures
 * are paused at its door, can go on from it by a form post.
 */
import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Walk } from "#surveys/paper/walk";
import { encodeWalk } from "#surveys/paper/walk-code";
import { openDraft } from "./draft";
import { placeOf } from "./visit";

export const draftText = (walk: Walk, opened: string): string =>
  JSON.stringify({ ...(JSON.parse(encodeWalk(walk)) as object), opened });

type Fields = readonly (readonly [string, string])[];

function fieldsOf(text: string): Fields | undefined {
  try {
    const { opened } = JSON.parse(text) as { readonly opened?: unknown };
    if (typeof opened !== "string") return undefined;
    return [
      ["walk", text],
      ["opened", opened],
      ["do", "stay"],
    ];
  } catch {
    return undefined;
  }
}

/** The fields with which a walk begun on this device goes on, once they are found; never without `isWanted`. */
export function useBegunHere(isWanted: boolean): Fields | undefined {
  const { pathname, search } = useLocation();
  const [fields, setFields] = useState<Fields>();
  useEffect(() => {
    const { keyText } = placeOf(pathname, search);
    if (!isWanted || !keyText) return;
    // A storage that cannot be read has no draft: the page then says what it says to whoever has begun nothing.
    void openDraft(keyText)
      .load()
      .catch(() => undefined)
      .then((text) => setFields(text === undefined ? undefined : fieldsOf(text)));
  }, [isWanted, pathname, search]);
  return fields;
}
