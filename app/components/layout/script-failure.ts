/**
 * What an error's page does about a script that failed in this browser. Before anybody has touched the page it goes on
 * without scripts by itself; later the error's page stays, with the walk that was on the page, to begin again from.
 */
import { isRouteErrorResponse } from "@remix-run/react";
import { useEffect, useState } from "react";
import { goOnWithoutScripts, hasBeenTouched, keptWalk, stay } from "./without-scripts";

/** An error that the server made this page of is none of the browser's. */
const cameWithThePage = (): boolean => Boolean(globalThis.__remixContext?.state?.errors);

export interface ScriptFailure {
  /** Where the walk stood, if one was on the page. */
  readonly walk?: string;
}

export function useScriptFailure(error: unknown): ScriptFailure {
  const [walk] = useState(() => (isRouteErrorResponse(error) ? undefined : keptWalk()));
  useEffect(() => {
    if (isRouteErrorResponse(error) || cameWithThePage() || hasBeenTouched()) return;
    goOnWithoutScripts(walk === undefined ? undefined : stay(walk));
  }, [error, walk]);
  return { walk };
}
