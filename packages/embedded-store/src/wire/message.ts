/**
 * Bytes of one message to a request and a reply to bytes: OP_MSG, and OP_QUERY for the first hello. No sockets here.
 * See MongoDB's manual, "MongoDB Wire Protocol".
 */
import { deserialize, serialize } from "bson";
import { FrameError } from "./frame";

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const KNOWN_REQUIRED_BITS = CHECKSUM_PRESENT | MORE_TO_COME;

/** Documents sent beside the body, and the field they belong to. */
interface Sequence {
  readonly name: string;
  readonly documents: readonly Buffer[];
}

export interface Request {
  readonly requestId: number;
  readonly kind: "message" | "query";
  /** The command document as bytes. */
  readonly body: Buffer;
  readonly sequences: readonly Sequence[];
  /** True when the sender wants no answer (`moreToCome`). */
  readonly isUnanswered: boolean;
}

function documentAt(message: Buffer, at: number, end: number): Buffer {
  const length = at + 4 <= end ? message.readInt32LE(at) : 0;
  if (length < 5 || at + length > end) throw new FrameError("a document reaches beyond its message");
  return message.subarray(at, at + length);
}

function readSequence(section: Buffer): Sequence {
  const nameEnd = section.indexOf(0);
  if (nameEnd < 0) throw new FrameError("a document sequence without a name");
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; at += documents.at(-1)?.length ?? 0) {
    documents.push(documentAt(section, at, section.length));
  }
  return { name: section.toString("utf8", 0, nameEnd), documents };
}

function readMessage(message: Buffer, requestId: number): Request {
  const flags = message.readUInt32LE(16);
  if ((flags & 0xffff & ~KNOWN_REQUIRED_BITS) !== 0) throw new FrameError("unknown flags");
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sequences: Sequence[] = [];
  let body: Buffer | undefined;
  let at = 20;
  while (at < end) {
    const kind = message.readUInt8(at);
    if (kind === 0) {
      if (body) throw new FrameError("two bodies");
      body = documentAt(message, at + 1, end);
      at += 1 + body.length;
    } else if (kind === 1) {
      const size = at + 5 <= end ? message.readInt32LE(at + 1) : 0;
      if (size < 5 || at + 1 + size > end) throw new FrameError("a section reaches beyond its message");
      sequences.push(readSequence(message.subarray(at + 5, at + 1 + size)));
      at += 1 + size;
    } else throw new FrameError(`a section of kind ${kind}`);
  }
  if (!body) throw new FrameError("no body");
  return { requestId, kind: "message", body, sequences, isUnanswered: (flags & MORE_TO_COME) !== 0 };
}

function readQuery(message: Buffer, requestId: number): Request {
  const nameEnd = message.indexOf(0, 20);
  if (nameEnd < 0) throw new FrameError("a query without a collection");
  const query = documentAt(message, nameEnd + 9, message.length);
  const name = message.toString("utf8", 20, nameEnd);
  const body = Buffer.from(serialize({ ...deserialize(query, { promoteValues: false }), $db: name.split(".")[0] }));
  return { requestId, kind: "query", body, sequences: [], isUnanswered: false };
}

/** Throws `FrameError` (or a BSON error) for anything that is not a request. */
export function readRequest(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_MSG && message.length >= 26) return readMessage(message, requestId);
  if (opcode === OP_QUERY && message.length >= 34) return readQuery(message, requestId);
  throw new FrameError(`opcode ${opcode}`);
}

let lastId = 0;

function header(length: number, responseTo: number, opcode: number): Buffer {
  const bytes = Buffer.alloc(16);
  lastId = (lastId + 1) & 0x7fffffff;
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(lastId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opcode, 12);
  return bytes;
}

/** A reply in the manner of its request; `pieces` are a document as bytes. */
export function writeReply(request: Pick<Request, "requestId" | "kind">, pieces: readonly Uint8Array[]): Buffer {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (request.kind === "message")
    return Buffer.concat([header(21 + length, request.requestId, OP_MSG), Buffer.alloc(5), ...pieces]);
  const middle = Buffer.alloc(20);
  middle.writeInt32LE(8, 0);
  middle.writeInt32LE(1, 16);
  return Buffer.concat([header(36 + length, request.requestId, OP_REPLY), middle, ...pieces]);
}
