/** Why a start failed, as one sentence that says what to change. */
import { OperationError } from "./database/operation-error";
import type { Settings } from "./lib/env";
import { wordsOf } from "./lib/words-of";

type Sentence = (settings: Settings) => string;

const BY_CODE: Record<string, Sentence> = {
  EADDRINUSE: ({ port }) => `PORT ${port} is taken by another program: stop it, or give another PORT.`,
  EACCES: ({ port, dataDir }) => `The right to use PORT ${port} or to write in DATA_DIR ${dataDir} is missing.`,
  EPERM: ({ dataDir }) => `DATA_DIR ${dataDir} cannot be written to.`,
  EISDIR: () => "TLS_CERT and TLS_KEY must be files: a certificate and its key in PEM form.",
  ENOTFOUND: ({ host }) => `HOST must be an address of this machine; ${host} is none.`,
  EADDRNOTAVAIL: ({ host }) => `HOST must be an address of this machine; ${host} is none.`,
  ENOTDIR: ({ dataDir }) => `DATA_DIR must be a folder; ${dataDir} is none.`,
  EEXIST: ({ dataDir }) => `DATA_DIR must be a folder; ${dataDir} is none.`,
  ENOSPC: ({ dataDir }) => `The disk of DATA_DIR ${dataDir} is full.`,
  14031: ({ dataDir, mongodbUrl }) => `The disk of ${mongodbUrl ? "the database" : `DATA_DIR ${dataDir}`} is full.`,
  ENOENT: ({ dataDir }) => `DATA_DIR ${dataDir} cannot be made here.`,
};

export function startFailure(error: unknown, settings: Settings): string {
  const message = wordsOf(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof OperationError) return message;
  if (code.startsWith("ERR_OSSL")) return "TLS_CERT and TLS_KEY must be a certificate and its key in PEM form.";
  if (error instanceof Error && error.name === "MongooseServerSelectionError")
    return `The database at MONGODB_URL does not answer (${message}).`;
  return BY_CODE[code]?.(settings) ?? `Lyt Højt could not start: ${message}`;
}
