/** The Stable API (manual: "Stable API"): version 1, and what a strict client may not send. */
import type { Document } from "bson";
import { ServerError } from "../server-error";

const FLAGS = ["apiStrict", "apiDeprecationErrors"];
/** Of version 1, as far as they are answered here. */
const COMMANDS = new Set([
  ...["aggregate", "count", "find", "getMore", "killCursors", "explain"],
  ...["insert", "update", "delete", "findAndModify", "findandmodify"],
  ...["create", "createIndexes", "drop", "dropDatabase", "dropIndexes"],
  ...["listCollections", "listDatabases", "listIndexes", "hello", "ping", "buildInfo", "buildinfo", "endSessions"],
]);
/** Fields of such commands that do not belong to it. */
const UNSTABLE: Readonly<Record<string, readonly string[]>> = { find: ["noCursorTimeout"] };
const UNSTABLE_INDEX = ["background"];

export const isStrict = (request: Document): boolean => request["apiStrict"] === true;

export const unstable = (what: string) => new ServerError(323, `${what} is not allowed with apiStrict:true.`);

function checkStrict(name: string, request: Document): void {
  if (!COMMANDS.has(name))
    throw new ServerError(323, `Provided apiStrict:true, but the command ${name} is not in API Version 1.`);
  const field = UNSTABLE[name]?.find((one) => request[one] !== undefined);
  if (field) throw unstable(`BSON field '${name}.${field}'`);
}

export function checkStrictIndex(request: Document, spec: Document): void {
  const field = isStrict(request) ? UNSTABLE_INDEX.find((one) => spec[one] !== undefined) : undefined;
  if (field) throw unstable(`BSON field 'createIndexes.indexes.${field}'`);
}

/** Nothing in version 1 is deprecated yet. Throws `ServerError` 14, 4886600, 322, 323. */
export function checkStableApi(name: string, request: Document): void {
  const version: unknown = request["apiVersion"];
  if (version !== undefined && typeof version !== "string")
    throw new ServerError(14, "BSON field 'apiVersion' is the wrong type, expected type 'string'");
  for (const flag of FLAGS) {
    if (request[flag] === undefined) continue;
    if (typeof request[flag] !== "boolean")
      throw new ServerError(14, `BSON field '${flag}' is the wrong type, expected type 'bool'`);
    if (version === undefined)
      throw new ServerError(4886600, "Provided apiStrict and/or apiDeprecationErrors without passing apiVersion");
  }
  if (version === "2") throw new ServerError(322, "Cannot accept API version 2");
  if (version !== undefined && version !== "1") throw new ServerError(322, `API version must be "1"`);
  if (isStrict(request)) checkStrict(name, request);
}
