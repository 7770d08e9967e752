/** Whether the indexes of a store agree with its documents: by its own `validate`, and by asking through each index. */
import { MongoServerError } from "mongodb";
import type { Collection, Db, Document } from "mongodb";

const SAMPLES = 60;

/** The answer of `validate`; undefined from a store that does not know the command. */
async function validate(database: Db, collection: string): Promise<Document | undefined> {
  try {
    return await database.command({ validate: collection });
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 59) return undefined;
    throw error;
  }
}

async function validateWrong(database: Db, collection: string, count: number): Promise<string[]> {
  const report = await validate(database, collection);
  if (!report) return [];
  const { valid, nrecords, errors } = report;
  if (valid === true && nrecords === count && (errors as unknown[]).length === 0) return [];
  return [`validate of ${collection}: ${JSON.stringify({ valid, nrecords, errors, documents: count })}`];
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const idsOf = (documents: readonly Document[]) => documents.map(({ _id: id }) => String(id)).sort();
const isSame = (one: readonly string[], other: readonly string[]) => one.join("\n") === other.join("\n");

/** Compares finding by a field of text with looking at every document. */
async function fieldWrong(collection: Collection, all: readonly Document[], field: string): Promise<string[]> {
  const wrong: string[] = [];
  const having = all.filter((document) => asList(document[field]).length > 0);
  const range = await collection.find({ [field]: { $gte: "" } }, { projection: { _id: 1 } }).toArray();
  if (!isSame(idsOf(range), idsOf(having)))
    wrong.push(`${field}: the index has ${range.length} of ${having.length} documents`);
  const values = [...new Set(all.flatMap((document) => asList(document[field])))];
  const step = Math.max(1, Math.floor(values.length / SAMPLES));
  for (let at = 0; at < values.length; at += step) {
    const value = values[at];
    const found = await collection.find({ [field]: value } as Document, { projection: { _id: 1 } }).toArray();
    const expected = all.filter((document) => asList(document[field]).includes(value));
    if (!isSame(idsOf(found), idsOf(expected)))
      wrong.push(`${field} ${String(value)}: ${found.length} by the index, ${expected.length} in the documents`);
  }
  return wrong;
}

/** What is wrong; `fields` are indexed and hold text or lists of text. */
export async function indexesWrong(database: Db, name: string, fields: readonly string[]): Promise<string[]> {
  const collection = database.collection(name);
  const all = await collection.find().toArray();
  const wrong = await validateWrong(database, name, all.length);
  for (const field of fields) wrong.push(...(await fieldWrong(collection, all, field)));
  const byId = await Promise.all(all.map(({ _id: id }) => collection.countDocuments({ _id: id })));
  if (byId.some((count) => count !== 1)) wrong.push("_id: a document is not found by it, or twice");
  return wrong;
}
