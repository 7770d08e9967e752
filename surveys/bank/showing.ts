/**
 * Where the figure of an item may be shown to children: on a class's board, on a poster, on the page of what came of it. Said by
 * item, beside the bank as the endings are: a published survey never changes, what is safe to show may be judged anew.
 */
import { z } from "zod";
import json from "./showing.json" with { type: "json" };

/**
 * `board`: the class's own figure. `school`: the whole institution's alone, in the positive wording (what adults are like, what a
 * child thinks of itself). `never`: being alone or left out, home, body, bullying, worry, whom a child tells.
 */
const SHOWINGS = ["board", "school", "never"] as const;
export type Showing = (typeof SHOWINGS)[number];

/** By the item's name. */
export type Showings = Readonly<Record<string, Showing>>;

/** Throws an Error that says where the file is wrong and why. */
export function loadShowings(given: unknown): Showings {
  const { success, data, error } = z.record(z.string(), z.enum(SHOWINGS)).safeParse(given);
  if (!success) throw new Error(`This does not say where items may be shown.\n${z.prettifyError(error)}`);
  return data;
}

export const showings: Showings = loadShowings(json);

/** What nobody has said anything of is never shown. */
export function showingOf(itemName: string, among = showings): Showing {
  return (Object.hasOwn(among, itemName) ? among[itemName] : undefined) ?? "never";
}
