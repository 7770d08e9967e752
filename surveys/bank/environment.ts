/**
 * Which part of the environment that the law speaks of an item tells of, beside the bank as the endings are. An item may tell of
 * several, or of none: what a child can do, or has outside, is no part of it.
 */
import { z } from "zod";
import json from "./environment.json" with { type: "json" };

/** Fysisk, psykisk og æstetisk: in the law's order. */
export const ENVIRONMENTS = ["physical", "psychological", "aesthetic"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** By the item's name; an empty list says that it tells of none. */
export type EnvironmentTags = Readonly<Record<string, readonly Environment[]>>;

/** Throws an Error that says where the file is wrong and why. */
export function loadEnvironments(given: unknown): EnvironmentTags {
  const { success, data, error } = z.record(z.string(), z.array(z.enum(ENVIRONMENTS)).max(3)).safeParse(given);
  if (!success) throw new Error(`This does not say what items tell of an environment.\n${z.prettifyError(error)}`);
  return data;
}

export const environments: EnvironmentTags = loadEnvironments(json);

/** Nothing where nobody has said. */
export const environmentsOf = (itemName: string, among = environments): readonly Environment[] =>
  (Object.hasOwn(among, itemName) ? among[itemName] : undefined) ?? [];
