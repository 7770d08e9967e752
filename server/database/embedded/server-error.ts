/** An answer of MongoDB's own kind to something refused: code, name, message, and extra fields such as keyValue. */
import type { Document } from "bson";

const NAMES = {
  2: "BadValue",
  9: "FailedToParse",
  14: "TypeMismatch",
  20: "IllegalOperation",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  52: "DollarPrefixedFieldName",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  72: "InvalidOptions",
  73: "InvalidNamespace",
  86: "IndexKeySpecsConflict",
  115: "CommandNotSupported",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  14031: "OutOfDiskSpace",
  40324: "Location40324",
  40414: "IDLFailedToParse",
  40415: "IDLUnknownField",
} as const;

export type ErrorCode = keyof typeof NAMES;

export class ServerError extends Error {
  readonly code: ErrorCode;
  readonly extra: Document;

  constructor(code: ErrorCode, message: string, extra: Document = {}) {
    super(message);
    this.code = code;
    this.extra = extra;
  }

  get codeName(): string {
    return NAMES[this.code];
  }

  /** As a whole reply. */
  toReply(): Document {
    return { ok: 0, errmsg: this.message, code: this.code, codeName: this.codeName, ...this.extra };
  }

  /** As one entry of `writeErrors`. */
  toWriteError(index: number): Document {
    return { index, code: this.code, errmsg: this.message, ...this.extra };
  }
}

/** LMDB's and the system's ways of saying that there is no room. */
export function toServerError(error: unknown): ServerError | undefined {
  if (error instanceof ServerError) return error;
  const text = error instanceof Error ? error.message : "";
  return /ENOSPC|MDB_MAP_FULL|No space left/i.test(text)
    ? new ServerError(14031, "There is no room left on the disk.")
    : undefined;
}
