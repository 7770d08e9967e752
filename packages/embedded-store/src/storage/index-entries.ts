/** The entries of a document in an index: one, or one for each element of an array (manual: "Multikey Indexes"). */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import type { IndexSpec } from "./catalog";
import { isDocument, own } from "./document";
import { EMPTY_ARRAY, directed, encodeValue, longestPart, shorten } from "./key-encoding";

/** A value on the way along the path of one field of the index. */
interface Step {
  readonly value: unknown;
  readonly rest: readonly string[];
  /** Where on the path it stands; fields that stand at the same array go through its elements together. */
  readonly place: string;
  readonly isElement: boolean;
}

export interface Entries {
  readonly keys: readonly Buffer[];
  /** The values behind each of the keys, field by field. */
  readonly values: readonly (readonly unknown[])[];
  readonly isMultikey: boolean;
  readonly isShortened: boolean;
}

/** As far as the path leads through documents. */
function advance(step: Step): Step {
  const [name, ...rest] = step.rest;
  if (name === undefined) return step;
  const { value } = step;
  const isPosition = Array.isArray(value) && /^\d+$/.test(name);
  if (Array.isArray(value) && !isPosition && !step.isElement) return step;
  const next = isDocument(value) || isPosition ? own(value, name) : undefined;
  return advance({ value: next, rest, place: `${step.place}.${name}`, isElement: false });
}

const isAtArray = ({ value, isElement }: Step) => Array.isArray(value) && !isElement;

function elementsFor(step: Step, array: readonly unknown[]): Step[] {
  if (array.length > 0) return array.map((value) => ({ ...step, value, isElement: true }));
  return [{ ...step, value: step.rest.length === 0 ? EMPTY_ARRAY : null, isElement: true }];
}

function expand(steps: readonly Step[], entries: unknown[][]): boolean {
  const advanced = steps.map(advance);
  const atArray = advanced.find(isAtArray);
  if (!atArray) {
    entries.push(advanced.map(({ value }) => value));
    return false;
  }
  if (advanced.some((step) => isAtArray(step) && step.place !== atArray.place))
    throw new ServerError(171, `cannot index parallel arrays [${atArray.place.slice(1)}] …`);
  const perStep = advanced.map((step) => (isAtArray(step) ? elementsFor(step, atArray.value as unknown[]) : [step]));
  const count = Math.max(...perStep.map((list) => list.length));
  for (let at = 0; at < count; at += 1)
    expand(
      perStep.map((list) => list[at] ?? (list[0] as Step)),
      entries,
    );
  return true;
}

/**
 * `longest` is how long a part of a key may be. Throws `ServerError` 171 for two arrays side by side, 2 for a type that
 * is not kept in keys.
 */
export function indexEntries(key: IndexSpec["key"], document: Document, longest = longestPart(key.length)): Entries {
  const lists: unknown[][] = [];
  const steps = key.map(([path]) => ({ value: document, rest: path.split("."), place: "", isElement: false }));
  const isMultikey = expand(steps, lists);
  let isShortened = false;
  const found = new Map<string, { readonly key: Buffer; readonly values: readonly unknown[] }>();
  for (const values of lists) {
    const parts = values.map((value, at) => {
      const whole = value === EMPTY_ARRAY ? EMPTY_ARRAY : encodeValue(value);
      isShortened ||= whole.length > longest;
      return directed(shorten(whole, longest), key[at]?.[1] ?? 1);
    });
    const entry = Buffer.concat(parts);
    found.set(entry.toString("latin1"), { key: entry, values });
  }
  const entries = [...found.values()];
  return { keys: entries.map(({ key }) => key), values: entries.map(({ values }) => values), isMultikey, isShortened };
}
