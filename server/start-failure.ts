/** Why a start failed, as one sentence that says what to change. */
import type { Settings } from "./lib/env";

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
  ENOENT: ({ dataDir }) => `DATA_DIR ${dataDir} cannot be made here.`,
};

export function startFailure(error: unknown, settings: Settings): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_OSSL")) return "TLS_CERT and TLS_KEY must be a certificate and its key in PEM form.";
  if (error instanceof Error && error.name === "MongooseServerSelectionError")
    return `The database at MONGODB_URL does not answer (${message}).`;
  return BY_CODE[code]?.(settings) ?? `Lyt Højt could not start: ${message}`;
}
