/**
 * Jobs: what runs by itself. Of several processes on one database one does each of them, once; a run that was cut off is taken
 * over and goes on from its cursor; a page says what ran when.
 */
import type { Actor } from "../accounts/contract";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import { may } from "../permissions/contract";
import type { JobLine, JobName, Outcome, Schedule } from "./contract";
import { LEASE_MS, RENEW_EVERY_MS, isStuck, nextDue } from "./rules";
import type { JobStore, StoredJob } from "./store";

export interface JobRun {
  /** Aborted when another has taken the job over. */
  readonly signal: AbortSignal;
  /** Where the run before, which was cut off, had come to. */
  readonly cursor?: string;
  /** Remembers how far it is. */
  keep(cursor: string): Promise<void>;
}

export interface Job {
  readonly name: JobName;
  readonly schedule: Schedule;
  /** May resolve with how many things it did. */
  run(run: JobRun): Promise<number | void>;
}

export interface JobService {
  /** Does what is due and nobody else does; resolves when nothing is left. */
  runDue(): Promise<void>;
  /** Administrators only (`request.notFound` for others). */
  list(actor: Actor): Promise<readonly JobLine[]>;
}

export interface JobDeps {
  readonly store: JobStore;
  readonly clock: Clock;
  readonly jobs: readonly Job[];
  /** This process, as others find it. */
  readonly mark: string;
  /** Whether a process is surely gone that had a job. */
  readonly isSurelyGone: (mark: string) => boolean;
  /** Told why a run failed. */
  readonly onFault: (error: unknown, name: JobName) => void;
}

const later = (date: Date, ms: number) => new Date(date.getTime() + ms);

/** Renews the lease until it is told to stop. */
function keepLease({ store, clock, mark }: JobDeps, name: string): { signal: AbortSignal; stop(): void } {
  const losing = new AbortController();
  const renew = async () => {
    if (!(await store.renew(name, mark, later(clock.now(), LEASE_MS)))) losing.abort();
  };
  // A database that is away for a while keeps others from taking over as well.
  const timer = setInterval(() => void renew().catch(() => undefined), RENEW_EVERY_MS).unref();
  return { signal: losing.signal, stop: () => clearInterval(timer) };
}

async function runOne(deps: JobDeps, job: Job, taken: StoredJob): Promise<void> {
  const { store, clock, mark, onFault } = deps;
  const { name, schedule } = job;
  const lease = keepLease(deps, name);
  let outcome: Outcome = "done";
  let count: number | undefined;
  try {
    const keep = (cursor: string) => store.keepCursor(name, mark, cursor);
    count = (await job.run({ signal: lease.signal, ...(taken.cursor && { cursor: taken.cursor }), keep })) ?? undefined;
  } catch (error) {
    outcome = "failed";
    onFault(error, name);
  } finally {
    lease.stop();
  }
  const now = clock.now();
  const startedAt = (taken.startedAt ?? now).toISOString();
  const run = { startedAt, endedAt: now.toISOString(), outcome, ...(count !== undefined && { count }) };
  await store.end(name, mark, { run, dueAt: nextDue(schedule, taken.dueAt, taken.startedAt ?? now) });
}

/** Those whose holder has died on this machine need not wait for the end of its lease. */
async function freeLeft({ store, clock, jobs, isSurelyGone }: JobDeps): Promise<void> {
  for (const { _id, holder, startedAt } of await store.list(jobs.map(({ name }) => name))) {
    if (holder === undefined || !isSurelyGone(holder)) continue;
    const now = clock.now().toISOString();
    await store.end(_id, holder, {
      run: { startedAt: startedAt?.toISOString() ?? now, endedAt: now, outcome: "left" },
    });
  }
}

export function createJobService(deps: JobDeps): JobService {
  const { store, clock, jobs, mark } = deps;
  const byName = new Map<string, Job>(jobs.map((job) => [job.name, job]));
  const names = [...byName.keys()];
  let areKnown = false;
  return {
    async runDue() {
      if (!areKnown) for (const name of names) await store.add(name, clock.now());
      areKnown = true;
      await freeLeft(deps);
      for (;;) {
        const now = clock.now();
        const taken = await store.take(names, mark, now, later(now, LEASE_MS));
        const job = taken && byName.get(taken._id);
        if (!job) return;
        await runOne(deps, job, taken);
      }
    },
    async list(actor) {
      if (!may(actor, "job.read")) throw problems.request.notFound();
      const stored = new Map((await store.list(names)).map((one) => [one._id, one]));
      const now = clock.now();
      return jobs.map(({ name, schedule }) => {
        const { dueAt = now, leaseUntil, startedAt, runs = [] } = stored.get(name) ?? {};
        const isRunning = startedAt !== undefined && leaseUntil !== undefined && leaseUntil > now;
        return {
          name,
          schedule,
          dueAt: dueAt.toISOString(),
          ...(isRunning && { runningSince: startedAt.toISOString() }),
          isStuck: !isRunning && isStuck(dueAt, now),
          runs: runs.toReversed(),
        };
      });
    },
  };
}
