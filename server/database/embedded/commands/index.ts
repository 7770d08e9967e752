/** Every command that is answered, by the name it is sent under. */
import { aggregate, count, distinct } from "./aggregate";
import { create, drop, dropDatabase, listCollections, listDatabases } from "./collections";
import type { Command } from "./command";
import { compact } from "./compact";
import { remove } from "./delete";
import { buildInfo, endSessions, ping } from "./diagnostics";
import { find, getMore, killCursors } from "./find";
import { findAndModify } from "./find-and-modify";
import { hello } from "./hello";
import { createIndexes, dropIndexes, listIndexes } from "./indexes";
import { insert } from "./insert";
import { update } from "./update";

export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    aggregate,
    buildInfo,
    buildinfo: buildInfo,
    compact,
    count,
    create,
    createIndexes,
    delete: remove,
    distinct,
    drop,
    dropDatabase,
    dropIndexes,
    endSessions,
    find,
    findAndModify,
    findandmodify: findAndModify,
    getMore,
    hello,
    insert,
    isMaster: hello,
    ismaster: hello,
    killCursors,
    listCollections,
    listDatabases,
    listIndexes,
    ping,
    update,
  }),
);
