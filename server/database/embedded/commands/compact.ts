/** compact: rewrites the file a collection lies in (here all of its database), so that nothing deleted is left in it. */
import { ServerError } from "../server-error";
import type { Command } from "./command";
import { collectionName } from "./command";

export const compact: Command = {
  fields: [],
  async run(call) {
    const name = collectionName(call, "compact");
    const file = call.databases.find(call.database);
    if (!file?.findCollection(name)) throw new ServerError(26, "collection does not exist");
    return { bytesFreed: await file.compact(), ok: 1 };
  },
};
