/** Anonymous memory of a process, without the store's mapped pages: at a moment, at rest, and at its highest. */
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

const SAMPLE_MS = 100;
const REST_STEP_MS = 500;
const REST_STEPS = 20;
const REST_CHANGE_MB = 0.5;

/** In MB (10⁶ bytes); Linux only, from /proc (proc(5)). */
export async function rssAnonMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return (Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6;
}

/** The level once it has stopped moving, or after ten seconds. */
export async function restingRssAnonMb(pid: number): Promise<number> {
  let before = await rssAnonMb(pid);
  for (let step = 0; step < REST_STEPS; step += 1) {
    await wait(REST_STEP_MS);
    const now = await rssAnonMb(pid);
    if (Math.abs(now - before) < REST_CHANGE_MB) return now;
    before = now;
  }
  return before;
}

export interface MemoryWatch {
  /** The highest level seen; ends the watch. */
  end(): number;
}

/** Looks ten times a second, until it is ended or the process is gone. */
export function watchMemory(pid: number): MemoryWatch {
  let highest = 0;
  const timer = setInterval(() => {
    rssAnonMb(pid).then(
      (level) => (highest = Math.max(highest, level)),
      () => clearInterval(timer),
    );
  }, SAMPLE_MS);
  return {
    end() {
      clearInterval(timer);
      return highest;
    },
  };
}
