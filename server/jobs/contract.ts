/** What runs by itself: jobs, when each is due, and how its runs ended. */

/** Due again so many milliseconds after it began, or every week at an hour of the municipality. */
export type Schedule =
  | { readonly everyMs: number }
  /** `weekday`: 0 is Sunday. */
  | { readonly weekday: number; readonly hour: number };

/** `left`: whoever did it died. */
export const OUTCOMES = ["done", "failed", "left"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Run {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: Outcome;
  /** How many things were done, where the job counts them. */
  readonly count?: number;
}

export type JobName =
  | "rounds.tick"
  | "reading-room.tick"
  | "feedback.tick"
  | "dialogues.tick"
  | "audit.tick"
  | "mail.send"
  | "organisation.tick";

/** As a page shows it. */
export interface JobLine {
  readonly name: JobName;
  readonly schedule: Schedule;
  /** ISO 8601. */
  readonly dueAt: string;
  /** Since when it runs, where it does. */
  readonly runningSince?: string;
  /** It has been due for much longer than it should: nobody does it. */
  readonly isStuck: boolean;
  /** The latest first. */
  readonly runs: readonly Run[];
}
