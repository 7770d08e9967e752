/** What one step is: it brings data of the shape before it to its own, and can be cut short and begun again anywhere. */
import type { Db } from "mongodb";

export interface StepContext {
  readonly main: Db;
  /** The round secrets' database. */
  readonly secrets: Db;
  /** Aborted when the process ends, or another has taken the work over: looked at between two batches. */
  readonly signal: AbortSignal;
}

export interface Step {
  /** As somebody who waits for it reads it: "Bringing the data to shape 1: <title> …" */
  readonly title: string;
  run(context: StepContext): Promise<void>;
}
