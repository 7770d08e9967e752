/** ping, buildInfo and endSessions: small answers the driver and its user ask for. */
import type { Command } from "./command";

export const ping: Command = { fields: [], run: () => ({ ok: 1 }) };

export const buildInfo: Command = {
  fields: [],
  run: () => ({
    version: "7.0.0",
    versionArray: [7, 0, 0, 0],
    modules: ["embedded"],
    maxBsonObjectSize: 16_777_216,
    ok: 1,
  }),
};

/** Sessions carry nothing here, so that ending them is all there is to do. */
export const endSessions: Command = { fields: [], run: () => ({ ok: 1 }) };
