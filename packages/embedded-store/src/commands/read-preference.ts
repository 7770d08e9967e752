/** Read preference (manual: "Read Preference"): whichever is wanted, there is one node; one that is none is refused. */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { isDocument } from "../storage/document";
import { isNumber } from "../query/numbers";

const MODES = ["primary", "primaryPreferred", "secondary", "secondaryPreferred", "nearest"];
const FIELDS = new Set(["mode", "tags", "maxStalenessSeconds", "hedge"]);
const LEAST_STALENESS_SECONDS = 90;

const wrongType = (name: string, expected: string) =>
  new ServerError(14, `"${name}" had the wrong type. Expected ${expected}`);

function modeOf({ mode }: Document): string {
  if (mode === undefined) throw new ServerError(4, `Missing expected field "mode"`);
  if (typeof mode !== "string") throw wrongType("mode", "string");
  if (MODES.includes(mode)) return mode;
  const [last, ...others] = [...MODES].reverse();
  const list = others.reverse().join("', '");
  throw new ServerError(
    2,
    `Could not parse $readPreference mode '${mode}'. Only the modes '${list}', and '${last}' are supported.`,
  );
}

function checkTags(tags: unknown, mode: string): void {
  if (tags === undefined) return;
  if (!Array.isArray(tags)) throw wrongType("tags", "array");
  const isAny = tags.every((one) => isDocument(one) && Object.keys(one).length === 0) && tags.length <= 1;
  if (mode === "primary" && !isAny)
    throw new ServerError(2, "Only empty tags are allowed with primary read preference");
  if (!tags.every(isDocument)) throw wrongType("tags.0", "object");
}

function checkStaleness(staleness: unknown, mode: string): void {
  if (staleness === undefined) return;
  if (!isNumber(staleness)) throw wrongType("maxStalenessSeconds", "long");
  const seconds = Number(staleness);
  if (!Number.isInteger(seconds) || seconds < 0)
    throw new ServerError(2, "maxStalenessSeconds must be a non-negative integer");
  if (seconds > 0 && seconds < LEAST_STALENESS_SECONDS)
    throw new ServerError(160, `maxStalenessSeconds value can not be less than ${LEAST_STALENESS_SECONDS}`);
  if (seconds > 0 && mode === "primary")
    throw new ServerError(2, "maxStalenessSeconds can not be set for the primary mode");
}

function checkHedge(hedge: unknown, mode: string): void {
  if (hedge === undefined) return;
  if (!isDocument(hedge)) throw wrongType("hedge", "object");
  const unknown = Object.keys(hedge).find((field) => field !== "enabled");
  if (unknown) throw new ServerError(40415, `BSON field 'hedge.${unknown}' is an unknown field.`);
  const enabled: unknown = hedge["enabled"];
  if (enabled !== undefined && typeof enabled !== "boolean") throw wrongType("hedge.enabled", "bool");
  if (mode === "primary" && enabled !== false)
    throw new ServerError(72, `cannot enable hedging for $readPreference mode "primaryOnly"`);
}

/** Throws `ServerError` 2, 4, 14, 72, 160, 115. */
export function checkReadPreference(value: unknown): void {
  if (value === undefined) return;
  if (!isDocument(value)) throw wrongType("$readPreference", "object");
  const mode = modeOf(value);
  checkHedge(value["hedge"], mode);
  checkTags(value["tags"], mode);
  checkStaleness(value["maxStalenessSeconds"], mode);
  const other = Object.keys(value).find((field) => !FIELDS.has(field));
  if (other) throw new ServerError(115, `'$readPreference.${other}' is not answered here`);
}
