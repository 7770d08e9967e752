/** What the oldest browsers we name know of a feature, from MDN's compatibility data. */
import { createRequire } from "node:module";
import type { CompatData, Identifier, SimpleSupportStatement } from "@mdn/browser-compat-data";
import { OLDEST_BROWSERS } from "../../../scripts/oldest-browsers.mjs";

// Loaded as CommonJS has it: a JSON module is still an experiment in Node 20.
export const DATA = createRequire(import.meta.url)("@mdn/browser-compat-data") as CompatData;

type Named = keyof typeof OLDEST_BROWSERS;
const named = Object.entries(OLDEST_BROWSERS) as [Named, string][];

const number = (version: string): number => Number(version.replace("≤", ""));

function isIn({ version_added, version_removed, flags, prefix, alternative_name }: SimpleSupportStatement, at: string) {
  if (flags || prefix || alternative_name || typeof version_added !== "string" || version_added === "preview")
    return false;
  const isGone = typeof version_removed === "string" && number(version_removed) <= number(at);
  return number(version_added) <= number(at) && !isGone;
}

const NEWEST = "9999";

/** The named browsers that lack a feature; with `isLater`, only those whose newer versions have it. */
export function lackedBy(feature: Identifier | undefined, isLater = false): string[] {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return named.flatMap(([browser, version]) => {
    const statements = support[browser];
    if (!statements) return [];
    const all = (Array.isArray(statements) ? statements : [statements]) as SimpleSupportStatement[];
    const isLacking = !all.some((one) => isIn(one, version)) && (!isLater || all.some((one) => isIn(one, NEWEST)));
    return isLacking ? [`${browser} ${version}`] : [];
  });
}

/** What a browser has in no version at all is no matter of its age. */
export const isNewer = (feature: Identifier | undefined): boolean => lackedBy(feature, true).length > 0;

export type Feature = Identifier;

/** The parts of a feature by their names. */
export const partsOf = (feature: Feature | undefined): [string, Feature][] =>
  Object.entries(feature ?? {}).flatMap(([name, part]) =>
    name === "__compat" ? [] : [[name, part as Feature] satisfies [string, Feature]],
  );

/** A part of a feature by its name, never one of JavaScript's own (`constructor`). */
export const partOf = (feature: Identifier | undefined, name: string): Identifier | undefined =>
  feature && Object.hasOwn(feature, name) && name !== "__compat" ? feature[name] : undefined;
