/**
 * Brings data of a version before to the shape of this one, step by step, before anything else reads them. Of processes that
 * start at once one does it, under a claim; whoever comes after a crash goes on with the step that was cut short.
 */
import type mongoose from "mongoose";
import { CLAIMS, claimWork } from "./claims";
import type { Database } from "./connect";
import { dbOf } from "./connect";
import { steps as ourSteps } from "./migrations/index";
import type { Step } from "./migrations/index";
import { SHAPES, findShape, raiseShape, setShape } from "./shape";

const CLAIM = "shape";

type Data = Pick<Database, "main" | "secrets">;

export interface BringUpOptions {
  /** Those of this version, except in a test of what takes them. */
  readonly steps?: readonly Step[];
  /** Told before each step, and when another process has begun. */
  readonly onProgress?: (sentence: string) => void;
  readonly signal?: AbortSignal;
}

async function isBare(connection: mongoose.Connection): Promise<boolean> {
  const found = await dbOf(connection).listCollections({}, { nameOnly: true }).toArray();
  return found.every(({ name }) => name === CLAIMS || name === SHAPES);
}

/** Data without a number get one: a new database this version's, what a version before has written the lowest. */
async function firstShape(database: Data, current: number): Promise<number> {
  const shape = (await isBare(database.main)) && (await isBare(database.secrets)) ? current : 0;
  await setShape(database, shape);
  return shape;
}

interface Climb {
  readonly steps: readonly Step[];
  readonly onProgress: (sentence: string) => void;
  readonly signal: AbortSignal;
}

async function takeSteps(database: Data, { steps, onProgress, signal }: Climb): Promise<void> {
  const find = () => findShape(database, steps.length);
  const context = { main: dbOf(database.main), secrets: dbOf(database.secrets), signal };
  let shape = (await find()) ?? (await firstShape(database, steps.length));
  for (let step = steps[shape]; step; step = steps[shape]) {
    signal.throwIfAborted();
    onProgress(`Bringing the data to shape ${shape + 1}: ${step.title} …`);
    await step.run(context);
    signal.throwIfAborted();
    await raiseShape(database, shape + 1);
    shape = (await find()) ?? 0;
  }
}

/** Throws `shape.newer`; nothing has been touched then. */
export async function bringUp(database: Data, options: BringUpOptions = {}): Promise<void> {
  const { steps = ourSteps, onProgress = () => {}, signal } = options;
  if ((await findShape(database, steps.length)) === steps.length) return;
  const claim = await claimWork(database, CLAIM, {
    signal,
    onWaiting: ({ pid, host }) =>
      onProgress(`Process ${pid} on ${host} is bringing the data to a newer shape; waiting for it …`),
  });
  const signals = signal ? AbortSignal.any([signal, claim.lost]) : claim.lost;
  try {
    await takeSteps(database, { steps, onProgress, signal: signals });
  } catch (error) {
    if (!claim.lost.aborted || signal?.aborted) throw error;
    // Another one took this process for dead and goes on with it.
    await bringUp(database, options);
  } finally {
    // How far it came says the number: the claim need not stay for whoever goes on.
    await claim.finish().catch(() => undefined);
  }
}
