/** Small answers the driver, and an operator's first look with mongosh, ask for. */
import { hostname } from "node:os";
import type { Command } from "./command";
import { sessionOf } from "./command";
import { ServerError } from "../server-error";
import { MAX_DOCUMENT_BYTES } from "../storage/document";

/** Of the manual that is followed. */
const VERSION = "7.0.0";

export const ping: Command = { fields: [], run: () => ({ ok: 1 }) };

export const buildInfo: Command = {
  fields: [],
  run: () => ({
    version: VERSION,
    gitVersion: "",
    versionArray: [7, 0, 0, 0],
    modules: ["embedded"],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ["lmdb"],
    ok: 1,
  }),
};

/** Ends the cursors of the sessions; they carry nothing else here. */
export const endSessions: Command = {
  fields: [],
  run({ request, cursors }) {
    const sessions: unknown = request["endSessions"];
    for (const session of Array.isArray(sessions) ? sessions.map(sessionOf) : [])
      if (session) cursors.killSession(session);
    return { ok: 1 };
  },
};

/** There are no users: who can reach the socket may do everything. */
export const connectionStatus: Command = {
  fields: ["showPrivileges"],
  run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
};

export const whatsmyuri: Command = {
  fields: [],
  run: ({ connectionId }) => ({ you: `connection:${connectionId}`, ok: 1 }),
};

export const getCmdLineOpts: Command = { fields: [], run: () => ({ argv: ["lyt", "store"], parsed: {}, ok: 1 }) };

const LOGS = ["global", "startupWarnings"];

export const getLog: Command = {
  fields: [],
  run({ request }) {
    const name: unknown = request["getLog"];
    if (name === "*") return { names: LOGS, ok: 1 };
    if (LOGS.includes(String(name))) return { totalLinesWritten: 0, log: [], ok: 1 };
    throw new ServerError(96, `No log named '${String(name)}'`);
  },
};

export const serverStatus: Command = {
  fields: [],
  run: () => ({
    host: hostname(),
    version: VERSION,
    process: "lyt store",
    pid: process.pid,
    uptime: Math.floor(process.uptime()),
    localTime: new Date(),
    mem: { bits: 64, resident: Math.round(process.memoryUsage.rss() / 1_048_576) },
    storageEngine: { name: "lmdb" },
    ok: 1,
  }),
};
