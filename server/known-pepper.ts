/** The pepper that the data know: read or made, checked, and compared with the mark that the data bear. */
import type { Database } from "./database/connect";
import { OperationError } from "./database/operation-error";
import { markPepper, needsItsPepper } from "./database/pepper-mark";
import { PepperError, readPepper } from "./keys/pepper";
import type { Settings } from "./lib/env";

type PepperSettings = Pick<Settings, "dataDir" | "keyPepper">;

/** Throws `pepper.unfit` when it must not be used, whatever the data are. */
export async function pepperOf(
  { dataDir, keyPepper }: PepperSettings,
  mayMake: () => Promise<boolean>,
): Promise<string> {
  return readPepper({ dataDir, given: keyPepper, mayMake }).catch((error: unknown) => {
    throw error instanceof PepperError ? new OperationError("pepper.unfit", error.message) : error;
  });
}

/** Throws `pepper.unfit`, or `pepper.other` when the data were written under another one. */
export async function knownPepper(database: Database, settings: PepperSettings): Promise<string> {
  const pepper = await pepperOf(settings, async () => !(await needsItsPepper(database)));
  if ((await markPepper(database, pepper)) !== "other") return pepper;
  const here = settings.keyPepper === undefined ? `The pepper in ${settings.dataDir}/pepper` : "KEY_PEPPER";
  throw new OperationError(
    "pepper.other",
    `${here} is not the one these data were written under, and every card would be unknown: give every process on ` +
      "this database the same KEY_PEPPER, or put back the pepper that belongs to these data. If that is lost for good, " +
      "`npm run lyt -- pepper adopt` takes this one in its place; keys issued before then open no more.",
  );
}

/** What there is to say about the pepper of data that have just been restored; undefined when it fits. */
export async function pepperWarning(database: Database, settings: PepperSettings): Promise<string | undefined> {
  if (!(await needsItsPepper(database))) return undefined;
  return knownPepper(database, settings).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof OperationError) return error.message;
      throw error;
    },
  );
}
