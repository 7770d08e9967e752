/**
 * Loads the demo municipality once, however many processes start on an empty database: under a claim that is there from
 * the first write to the last. What is deleted before loading is a half-loaded demo so marked, and nothing else.
 */
import { claimWork, isClaimed } from "./database/claims";
import type { Database } from "./database/connect";
import { OperationError } from "./database/operation-error";
import { holdsAny } from "./database/holdings";
import type { DemoAccess, DemoOptions } from "./demo/load-demo";
import { loadDemo } from "./demo/load-demo";
import { NOT_OF_THE_DEMO } from "./demo/plan";
import type { Application } from "./services";

const CLAIM = "demo";

export interface LoadOnceOptions extends DemoOptions {
  readonly database: Database;
  readonly onProgress?: (sentence: string) => void;
  /** Told when another process is loading it. */
  readonly onWaiting?: (sentence: string) => void;
  /** Deletes an invented municipality first; what else is there is refused. */
  readonly isReset?: boolean;
}

/** Why the demo cannot be loaded over what is there; undefined when it can. */
async function refusal(application: Application, { database, isReset }: LoadOnceOptions, isHalfLoaded: boolean) {
  const municipality = await application.stores.organisation.findMunicipality();
  if (municipality && !isReset) return new OperationError("demo.there", "The database is not empty.");
  if (municipality)
    return municipality.isInvented
      ? undefined
      : new OperationError("demo.real", "These data are real; they are not deleted by this command.");
  const inTheWay = isReset || isHalfLoaded ? NOT_OF_THE_DEMO : undefined;
  return (await holdsAny(database, inTheWay))
    ? new OperationError(
        "demo.others",
        "There are data here that are not of the demo, and no municipality yet: they stay, and the demo is not loaded.",
      )
    : undefined;
}

/** Throws `demo.real`, `demo.there` or `demo.others`; nothing has been touched then. */
export async function loadDemoOnce(application: Application, options: LoadOnceOptions): Promise<DemoAccess> {
  const { database, onProgress = () => {}, onWaiting = onProgress, signal, isReset = false } = options;
  const claim = await claimWork(database, CLAIM, {
    signal,
    onWaiting: ({ pid, host, since }) =>
      onWaiting(
        `Process ${pid} on ${host} has been loading the demo municipality since ${since.toISOString()}; waiting for it …`,
      ),
  });
  try {
    const problem = await refusal(application, options, claim.isTakenOver);
    if (problem) {
      // A half-loaded demo stays marked as one, unless it turns out to be whole.
      await (claim.isTakenOver && problem.code === "demo.others" ? claim.leave() : claim.finish());
      throw problem;
    }
    if (claim.isTakenOver || isReset) await application.clear();
    onProgress("Loading the demo municipality (invented; half a minute) …");
    const signals = signal ? AbortSignal.any([signal, claim.lost]) : claim.lost;
    const access = await loadDemo(application, { ...options, signal: signals });
    await claim.finish();
    return access;
  } catch (error) {
    await claim.leave().catch(() => undefined);
    throw error;
  }
}

/** Whether the demo belongs here at a start: nobody has settled in, or its loading was cut short. */
export async function isDemoDue(application: Application, database: Database): Promise<boolean> {
  if ((await application.stores.organisation.findMunicipality()) === null) return true;
  return isClaimed(database, CLAIM);
}
