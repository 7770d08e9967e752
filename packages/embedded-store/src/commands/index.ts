/** Every command that is answered, by the name it is sent under. */
import { aggregate } from "./aggregate";
import { create, drop, dropDatabase, listCollections } from "./collections";
import type { Command } from "./command";
import { count, distinct } from "./count-distinct";
import { remove } from "./delete";
import {
  buildInfo,
  connectionStatus,
  endSessions,
  getCmdLineOpts,
  getLog,
  ping,
  serverStatus,
  whatsmyuri,
} from "./diagnostics";
import { explain } from "./explain";
import { find, getMore, killCursors } from "./find";
import { findAndModify } from "./find-and-modify";
import { hello } from "./hello";
import { createIndexes, dropIndexes, listIndexes } from "./indexes";
import { insert } from "./insert";
import { compact, exportDatabase, validate } from "./maintenance";
import { collStats, dbStats, listDatabases } from "./statistics";
import { update } from "./update";

/** Old spellings that drivers and tools still send. */
const spellings = { buildinfo: buildInfo, findandmodify: findAndModify, isMaster: hello, ismaster: hello };

export const commands: ReadonlyMap<string, Command> = new Map<string, Command>(
  Object.entries({
    ...{ aggregate, count, distinct, explain, find, getMore, killCursors },
    ...{ insert, update, delete: remove, findAndModify },
    ...{ createIndexes, dropIndexes, listIndexes, collStats, dbStats, listDatabases, hello },
    ...{ create, drop, dropDatabase, listCollections, compact, exportDatabase, validate },
    ...{ buildInfo, connectionStatus, endSessions, getCmdLineOpts, getLog, ping, serverStatus, whatsmyuri },
    ...spellings,
  }),
);
