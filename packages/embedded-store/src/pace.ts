/** How long a command may take, and when it lets others have a turn: work comes in steps, and others come in between. */
import { setImmediate as turn } from "node:timers/promises";
import { ServerError } from "./server-error";

const LONGEST_TURN_MS = 10;

export class Pace {
  private readonly endsAt: number;
  private turnBegan = performance.now();

  /** 0 or absent: as long as it takes. */
  constructor(maxTimeMs = 0) {
    this.endsAt = maxTimeMs > 0 ? performance.now() + maxTimeMs : Infinity;
  }

  /** After every step, for one of them may take a second: throws `ServerError` 50 when the time is over, else tells it. */
  private check(): number {
    const now = performance.now();
    if (now > this.endsAt) throw new ServerError(50, "operation exceeded time limit");
    return now;
  }

  /** The stream's results without its pauses, at once: for work inside a transaction. */
  now<T>(stream: Iterable<T | undefined>): T[] {
    const results: T[] = [];
    for (const one of stream) {
      this.check();
      if (one !== undefined) results.push(one);
    }
    return results;
  }

  /** Visits the stream's results until `visit` says that it is enough; true when the stream has come to its end. */
  async each<T>(stream: Iterator<T | undefined>, visit: (one: T) => boolean): Promise<boolean> {
    try {
      for (let step = stream.next(); !step.done; step = stream.next()) {
        if (this.check() - this.turnBegan >= LONGEST_TURN_MS) await this.yieldTurn();
        if (step.value !== undefined && visit(step.value)) return false;
      }
    } catch (error) {
      // What it reads from is held until it is told that nobody goes on.
      stream.return?.();
      throw error;
    }
    return true;
  }

  private async yieldTurn(): Promise<void> {
    await turn();
    this.turnBegan = performance.now();
  }
}
