/** An answer of MongoDB's own kind to something refused: code, name, message, and extra fields such as keyValue. */
import { Double } from "bson";
import type { Document } from "bson";

/** Codes with a name of their own; any other is called Location<code>, as MongoDB calls it. */
const NAMES: Readonly<Record<number, string>> = {
  2: "BadValue",
  4: "NoSuchKey",
  9: "FailedToParse",
  13: "Unauthorized",
  14: "TypeMismatch",
  15: "Overflow",
  16: "InvalidLength",
  20: "IllegalOperation",
  22: "InvalidBSON",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  50: "MaxTimeMSExpired",
  52: "DollarPrefixedFieldName",
  53: "InvalidIdField",
  54: "NotSingleValueField",
  56: "EmptyFieldName",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  72: "InvalidOptions",
  73: "InvalidNamespace",
  85: "IndexOptionsConflict",
  86: "IndexKeySpecsConflict",
  96: "OperationFailed",
  115: "CommandNotSupported",
  123: "NotAReplicaSet",
  160: "MaxStalenessOutOfRange",
  168: "InvalidPipelineOperator",
  171: "CannotIndexParallelArrays",
  197: "InvalidIndexSpecificationOption",
  237: "CursorKilled",
  292: "QueryExceededMemoryLimitNoDiskUseAllowed",
  322: "APIVersionError",
  323: "APIStrictError",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  11600: "InterruptedAtShutdown",
  12051: "CursorInUse",
  14031: "OutOfDiskSpace",
  40413: "IDLDuplicateField",
  40414: "IDLFailedToParse",
  40415: "IDLUnknownField",
};

export class ServerError extends Error {
  readonly code: number;
  readonly extra: Document;

  /** `isKnown`: MongoDB would answer what is refused here under the code that it has for what is wrong. */
  constructor(
    code: number,
    message: string,
    extra: Document = {},
    private readonly isKnown = false,
  ) {
    super(message);
    this.code = code;
    this.extra = extra;
  }

  static refusal(code: number, message: string): ServerError {
    return new ServerError(code, message, {}, true);
  }

  get codeName(): string {
    return NAMES[this.code] ?? `Location${this.code}`;
  }

  /** True for what MongoDB answers and this store does not: refused before anything is written. */
  get isRefusal(): boolean {
    return this.code === 115 || this.isKnown;
  }

  /** True when nothing of the transaction it happened in can stay: no room, no time, no store. */
  get endsTransaction(): boolean {
    return this.code === 14031 || this.code === 50 || this.code === 11600;
  }

  /** As a whole reply. */
  toReply(): Document {
    return { ok: new Double(0), errmsg: this.message, code: this.code, codeName: this.codeName, ...this.extra };
  }

  /** As one entry of `writeErrors`. */
  toWriteError(index: number): Document {
    return { index, code: this.code, errmsg: this.message, ...this.extra };
  }
}

/** What LMDB tells of a disk that is full: no space (28), a bound on files (27), or a page half written (5, any I/O). */
const NO_ROOM = new Set<unknown>([5, 27, 28, "ENOSPC", "EFBIG", "EDQUOT", "EIO"]);

export function toServerError(error: unknown): ServerError | undefined {
  if (error instanceof ServerError) return error;
  if (error instanceof RangeError) return new ServerError(15, "the request nests too deep");
  if (!(error instanceof Error)) return undefined;
  const hasNoRoom = ("code" in error && NO_ROOM.has(error.code)) || /MDB_MAP_FULL|No space left/i.test(error.message);
  return hasNoRoom
    ? new ServerError(14031, `There is no room left on the disk, or it cannot be written: ${error.message}`)
    : undefined;
}
