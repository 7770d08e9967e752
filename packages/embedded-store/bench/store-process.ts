/** A child of the benchmark in one of its own modes: the embedded store, or the bare one. Ends with its parent. */
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

export interface StoreProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const STOPPED_WITHIN_MS = 20_000;

/** In the child: tells the parent where it listens, and calls `end` when the parent wants it to or is gone. */
export function reportReady(url: string, end: () => void): void {
  process.stdout.write(`${url}\n`);
  process.once("SIGTERM", end);
  process.stdin.once("end", end).resume();
}

/** The benchmark itself in another mode, listening. */
export async function startStoreProcess(mode: "--store-server" | "--bare-store", place: string): Promise<StoreProcess> {
  const child = spawn(process.execPath, [process.argv[1] ?? "", mode, place], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = new Promise<string>((resolve) => child.stdout.once("data", (data: Buffer) => resolve(data.toString())));
  const url = await Promise.race([line, ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`The server of ${mode} did not start.`);
  return {
    url: url.trim(),
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      const late = wait(STOPPED_WITHIN_MS, "late" as const, { ref: false });
      if ((await Promise.race([ended, late])) === "late") child.kill("SIGKILL");
      await ended;
    },
  };
}
