/** hello (and its old name): a stand-alone server that does not know transactions or retryable writes. */
import { MAX_MESSAGE_BYTES } from "../wire/frame";
import { MAX_DOCUMENT_BYTES } from "../storage/document";
import type { Command } from "./command";

export const hello: Command = {
  fields: [
    "helloOk",
    "client",
    "compression",
    "loadBalanced",
    "topologyVersion",
    "maxAwaitTimeMS",
    "hostInfo",
    "saslSupportedMechs",
    "speculativeAuthenticate",
    "backpressure",
  ],
  run: ({ connectionId }) => ({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  }),
};
