/** Time, for tests. */
import type { Clock } from "../../server/lib/clock";

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  set(moment: string | Date): void;
}

export function movableClock(start: string): MovableClock {
  let moment = new Date(start);
  return { now: () => moment, set: (to) => void (moment = new Date(to)) };
}
