/** One request to one reply: finds the command, checks its fields, runs it, and puts every failure into MongoDB's words. */
import { deserialize } from "bson";
import type { Document } from "bson";
import { commands } from "./commands/index";
import { checkFields, plainDocument, typedDocument } from "./commands/command";
import type { Cursors } from "./cursors";
import { ServerError, toServerError } from "./server-error";
import type { Databases } from "./storage/databases";
import type { Request } from "./wire/message";

export interface Context {
  readonly databases: Databases;
  readonly cursors: Cursors;
  readonly connectionId: number;
  readonly onFault: (error: unknown) => void;
}

function withSequences(document: Document, request: Request, read: (bytes: Uint8Array) => Document): Document {
  for (const [name, documents] of request.sequences) document[name] = documents.map(read);
  return document;
}

async function run(request: Request, { databases, cursors, connectionId }: Context): Promise<Document> {
  const plain = withSequences(deserialize(request.body), request, plainDocument);
  const name = Object.keys(plain)[0] ?? "";
  const command = commands.get(name);
  if (!command) throw new ServerError(59, `no such command: '${name}'`);
  checkFields(name, command, plain);
  const database: unknown = plain["$db"];
  if (typeof database !== "string")
    throw new ServerError(40414, "BSON field 'OpMsg.$db' is missing but a required field");
  await databases.ready(database);
  const typed = withSequences(typedDocument(request.body), request, typedDocument);
  return command.run({ database, plain, typed, databases, cursors, connectionId });
}

export async function serveRequest(request: Request, context: Context): Promise<Document> {
  try {
    return await run(request, context);
  } catch (error) {
    const known = toServerError(error);
    if (!known) context.onFault(error);
    return known?.toReply() ?? { ok: 0, errmsg: "internal error", code: 1, codeName: "InternalError" };
  }
}
