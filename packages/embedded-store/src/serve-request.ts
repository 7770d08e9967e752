/** One request to one reply: finds the command, checks its fields, runs it, and puts every failure into MongoDB's words. */
import { Double } from "bson";
import type { Document } from "bson";
import { commands } from "./commands/index";
import type { Reply } from "./commands/command";
import { checkFields, numberField } from "./commands/command";
import type { Cursors, Pieces } from "./cursors";
import { elsewhereOr } from "./elsewhere";
import type { FullDisk } from "./full-disk";
import { Pace } from "./pace";
import { ServerError, toServerError } from "./server-error";
import type { Databases } from "./storage/databases";
import { decodeChecked, eachElement, encode, setOwn } from "./storage/document";
import type { Request } from "./wire/message";

export interface Context {
  readonly databases: Databases;
  readonly cursors: Cursors;
  readonly disk: FullDisk;
  readonly connectionId: number;
  readonly onFault: (error: unknown) => void;
}

/** A field stands in the body or beside it, once (OP_MSG specification, "Command Arguments As Payload"). */
function decodeRequest({ body, sequences }: Request): Document {
  const request = decodeChecked(body);
  const inBody = new Set<string>();
  for (const [name] of eachElement(body)) {
    if (inBody.has(name)) throw new ServerError(40413, `BSON field '${name}' is a duplicate field`);
    inBody.add(name);
  }
  const seen = new Set<string>();
  for (const { name, documents } of sequences) {
    if (seen.has(name)) throw new ServerError(40431, `Duplicate document sequence: ${name}`);
    if (inBody.has(name)) throw new ServerError(40433, `Duplicate field between body and document sequence ${name}`);
    seen.add(name);
    setOwn(request, name, documents.map(decodeChecked));
  }
  return request;
}

async function run(message: Request, { databases, cursors, disk, connectionId }: Context): Promise<Reply> {
  const request = decodeRequest(message);
  const database: unknown = request["$db"];
  if (typeof database !== "string")
    throw new ServerError(40414, "BSON field 'OpMsg.$db' is missing but a required field");
  await databases.ready(database);
  const pace = new Pace(numberField(request, "maxTimeMS", 0));
  const name = Object.keys(request)[0] ?? "";
  const command = commands.get(name);
  if (!command) throw new ServerError(59, elsewhereOr("command", name, `no such command: '${name}'`));
  checkFields(name, command, request);
  const call = { name, database, request, message, databases, cursors, connectionId, pace };
  return disk.guard(name, database, message, () => command.run(call));
}

/** MongoDB's `ok` is a double. */
const OK = new Double(1);

const isPieces = (reply: Reply): reply is Pieces => Array.isArray(reply);

/** The reply as bytes. */
export async function serveRequest(message: Request, context: Context): Promise<Pieces> {
  try {
    const reply = await run(message, context);
    return isPieces(reply) ? reply : [encode({ ...reply, ok: OK })];
  } catch (error) {
    const known = toServerError(error);
    if (!known) context.onFault(error);
    return [encode(known?.toReply() ?? { ok: 0, errmsg: "internal error", code: 1, codeName: "InternalError" })];
  }
}
