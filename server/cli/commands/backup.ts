/** `lyt backup` and `lyt restore`: a folder in the layout of mongodump and mongorestore, without the round secrets. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { backUp } from "../../database/backup";
import { bringUp } from "../../database/bring-up";
import type { CopiedCollection } from "../../database/backup";
import { DATABASE_NAME } from "../../database/connect";
import { OperationError } from "../../database/operation-error";
import { refuseUnfinishedRestore, restore } from "../../database/restore";
import type { RestoreOptions } from "../../database/restore";
import { pepperWarning } from "../../known-pepper";
import { readSettings } from "../../lib/env";
import type { Output } from "../output";
import { columns } from "../output";
import { refuseElsewhere, withData, withDatabase } from "../session";

function totals(collections: readonly CopiedCollection[]) {
  const sum = (part: (one: CopiedCollection) => number) => collections.reduce((all, one) => all + part(one), 0);
  return { documents: sum((one) => one.documents), bytes: sum((one) => one.bytes) };
}

const table = (collections: readonly CopiedCollection[]) => {
  const { documents, bytes } = totals(collections);
  const rows = collections.map((one) => [one.collection, one.documents, one.bytes]);
  return columns([["collection", "documents", "bytes"], ...rows, ["", documents, bytes]]);
};

async function runBackup(output: Output, folder: string): Promise<void> {
  const settings = readSettings();
  refuseElsewhere(settings, "backup", `back them up with mongodump --db=${DATABASE_NAME}, and never its secrets.`);
  const collections = await withData(settings, async (database) => {
    await refuseUnfinishedRestore(database);
    return backUp(database, folder);
  });
  output.print({ folder, ...totals(collections), collections }, [
    ...table(collections),
    `Written to ${folder}. Round secrets and the pepper are not in it: keep a copy of the pepper elsewhere.`,
  ]);
}

const onWaiting = () => process.stderr.write("The data are in use by another command; waiting for it …\n");

/** Answers that arrive, and rounds that are sealed, while half of the data are there would be lost or wrong. */
function needsItself(error: unknown): never {
  if (error instanceof OperationError && error.code === "store.inUse")
    throw new OperationError("restore.inUse", `Stop whatever uses the data before a restore. ${error.message}`);
  throw error;
}

async function runRestore(output: Output, folder: string, options: RestoreOptions): Promise<void> {
  const settings = readSettings();
  const work = withDatabase(
    settings,
    async (database) => {
      const restored = await restore(database, folder, options);
      const steps: string[] = [];
      await bringUp(database, { onProgress: (sentence) => void steps.push(sentence) });
      return { ...restored, steps, warning: await pepperWarning(database, settings) };
    },
    { mustOwn: { onWaiting } },
  );
  const { collections, leftAlone, steps, warning } = await work.catch(needsItself);
  const notes = leftAlone.length > 0 ? [`Not in the backup, and left as they are: ${leftAlone.join(", ")}.`] : [];
  output.print({ folder, ...totals(collections), collections, leftAlone, warning }, [
    ...table(collections),
    ...notes,
    ...steps,
    "Restored. Keys issued before the backup open only with the pepper of that time (DATA_DIR/pepper or KEY_PEPPER).",
    ...(warning ? [warning] : []),
  ]);
}

export function addBackupCommands(program: Command, output: () => Output): void {
  program
    .command("backup <folder>")
    .description("write the data into a new folder, as mongodump does, without round secrets and pepper")
    .action((folder: string) => runBackup(output(), resolve(folder)));
  program
    .command("restore <folder>")
    .description("read a backup into the data folder or MONGODB_URL; every server on them must be stopped")
    .option("--drop", "replace collections that hold documents", false)
    .action((folder: string, { drop }: { drop: boolean }) =>
      runRestore(output(), resolve(folder), { isDropping: drop }),
    );
}
