/** Values as mingo compares them rightly: an ObjectId or Binary becomes a tagged text, so that equal ones are equal. */
import { Binary, Decimal128, Long, ObjectId } from "bson";
import { isPlainDocument } from "../storage/document-path";

export function comparable(value: unknown): unknown {
  if (value instanceof ObjectId) return `\u0000ObjectId ${value.toHexString()}`;
  if (value instanceof Binary) return `\u0000Binary ${value.sub_type} ${value.toString("base64")}`;
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  if (Array.isArray(value)) return value.map(comparable);
  if (isPlainDocument(value))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, comparable(inner)]));
  return value;
}
