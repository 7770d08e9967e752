/** Where a child's page begins: what the server made of the last form post, or the page as it was opened. */
import { useState } from "react";
import type { WalkStart } from "./use-walk";

/**
 * The router forgets what an action answered as soon as the page gets an entry of the history of its own
 * (`use-back-step.ts`); the walk that began from it goes on.
 */
export function useStart(stepped: WalkStart | undefined, opened: WalkStart | undefined): WalkStart | undefined {
  const given = stepped ?? opened;
  const [last, setLast] = useState(given);
  if (given && given !== last) setLast(given);
  return given ?? last;
}
