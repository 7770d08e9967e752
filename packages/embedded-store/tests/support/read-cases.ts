/**
 * Reads the case files of cases/: what MongoDB answers, each case with the page of its manual that says so.
 * They are Extended JSON: a plain whole number is an Int32 (or, when it does not fit, a Long), one with a fraction a Double;
 * every other type is spelled out ({"$numberLong": "1"}). `{"$regex": …}` stays the operator; a regular expression as a
 * value is {"$regularExpression": …}. A case that is wrong in itself stops the run.
 */
import { readFileSync, readdirSync } from "node:fs";
import { EJSON } from "bson";
import type { Document } from "bson";
import { z } from "zod";

const document = z.record(z.string(), z.unknown());
const EXPECTATIONS = ["batch", "reply", "error", "errorReply", "after"] as const;

const schema = z
  .strictObject({
    name: z.string().min(1),
    /** The page of MongoDB's manual, such as reference/operator/query/eq. */
    manual: z.string().regex(/^[a-z][\w-]*(\/[\w.$-]+)*$/i, { error: "manual must be the path of a page" }),
    /** What collection `c` holds at first, and the indexes made on it before. */
    documents: z.array(document).optional(),
    indexes: z.array(document).optional(),
    /** The database the commands are sent to, when it is not the case's own, where `c` is. */
    database: z.string().optional(),
    /** A command, or several: expectations hold for the last; "$cursor" is the cursor an earlier one has left open. */
    run: document.optional(),
    runs: z.array(document).min(1).optional(),
    /** The whole first (or next) batch, types included; in any order if `isUnordered`. */
    batch: z.array(document).optional(),
    isUnordered: z.literal(true).optional(),
    /** Fields of the reply, by name or dotted path, their numbers compared as JSON has them. */
    reply: document.optional(),
    /** The code of the command's failure, or of its first failed write. */
    error: z.unknown().optional(),
    /** Fields of that failure. */
    errorReply: document.optional(),
    /** What `c` then holds, by _id, types included. */
    after: z.array(document).optional(),
    /** About the embedded store alone: not asked of another server. */
    isOwn: z.literal(true).optional(),
  })
  .refine(({ run, runs }) => (run === undefined) !== (runs === undefined), { error: "needs either run or runs" })
  .refine((one) => EXPECTATIONS.some((field) => one[field] !== undefined), { error: "expects nothing" });

export interface Case {
  readonly file: string;
  readonly name: string;
  readonly manual: string;
  readonly documents: readonly Document[];
  readonly indexes: readonly Document[];
  readonly database?: string;
  readonly runs: readonly Document[];
  readonly batch?: readonly Document[];
  readonly isUnordered: boolean;
  readonly reply: Document;
  readonly error?: number;
  readonly errorReply: Document;
  readonly after?: readonly Document[];
  readonly isOwn: boolean;
}

/** Files that are wholly about the embedded store. */
const OWN = new Set(["refused", "explain"]);

const KEPT = "\u0001regex";

/** Gives `$regex` its name back, which EJSON would have taken for a value. */
function restore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restore);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key === KEPT ? "$regex" : key, restore(one)]));
}

const parse = (text: string) =>
  restore(EJSON.parse(text.replaceAll(/"\$regex"(?=\s*:)/g, JSON.stringify(KEPT)), { relaxed: false }));

function toCase(file: string, given: unknown): Case {
  const { success, data: one, error } = schema.safeParse(given);
  if (!success) throw new Error(`${file}: ${EJSON.stringify(given)}\n${z.prettifyError(error)}`);
  return {
    ...one,
    file,
    documents: one.documents ?? [],
    indexes: one.indexes ?? [],
    runs: one.runs ?? [one.run ?? {}],
    isUnordered: one.isUnordered === true,
    reply: one.reply ?? {},
    error: one.error === undefined ? undefined : Number(one.error),
    errorReply: one.errorReply ?? {},
    isOwn: one.isOwn === true || OWN.has(file),
  };
}

/** Throws when a case is wrong in itself, or when two have one name. */
export function parseCases(file: string, text: string): Case[] {
  const cases = z
    .array(z.unknown())
    .parse(parse(text))
    .map((given) => toCase(file, given));
  const names = cases.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${file}: two cases are named ${twice}`);
  return cases;
}

export function readCases(folder: URL): Case[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((name) => parseCases(name.slice(0, -5), readFileSync(new URL(name, folder), "utf8")));
}
