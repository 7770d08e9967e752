/** Faults of the disk, put into a running process with strace: late, failing or missing system calls on its data files. */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreProcess } from "./store-process";

/** LMDB's ways to the disk: pages by pwrite64 or writev, the sync by fdatasync, the meta page by a synchronous pwrite64. */
export const SYNC_CALLS = "fdatasync,fsync,msync,sync_file_range";
export const WRITE_CALLS = "write,writev,pwrite64,pwritev,pwritev2";

const ATTACHES_WITHIN_MS = 10_000;
const DETACHES_WITHIN_MS = 10_000;

async function attach(pid: number, args: readonly string[]): Promise<ChildProcess> {
  const strace = spawn("strace", ["-f", ...args, "-p", String(pid)], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`strace did not attach: ${said}`)), ATTACHES_WITHIN_MS);
    strace.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(" attached")) resolve();
    });
    strace.once("error", reject);
    strace.once("close", () => reject(new Error(said)));
    strace.once("close", () => clearTimeout(late));
  });
  return strace;
}

async function detach(strace: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => strace.once("close", () => resolve()));
  if (strace.exitCode !== null || strace.signalCode !== null) return;
  strace.kill("SIGINT");
  // Of a process that has just died strace may wait for ever.
  const late = setTimeout(() => strace.kill("SIGKILL"), DETACHES_WITHIN_MS);
  await ended;
  clearTimeout(late);
}

/** Why strace cannot be used here, if so. */
export async function whyNoStrace(): Promise<string | undefined> {
  if (spawnSync("strace", ["-V"]).status !== 0) return "strace is not installed (Debian's package strace)";
  const sleeper = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "ignore" });
  try {
    await detach(await attach(sleeper.pid ?? 0, ["-o", "/dev/null", "-e", "trace=fdatasync"]));
    return undefined;
  } catch (error) {
    return `strace may not attach here: ${error instanceof Error ? error.message.trim() : String(error)}`;
  } finally {
    sleeper.kill("SIGKILL");
  }
}

/** The files of the store that hold data, as arguments that keep faults to them. */
function onlyData(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith("data.mdb")).flatMap((file) => ["-P", join(folder, file)]);
}

export interface Fault {
  readonly calls: string;
  /** In strace's words: `error=EIO`, `delay_exit=300000`, with `:when=3` for the third call alone. */
  readonly how: string;
  /** Spares every file but the data of this folder that are there already. */
  readonly folder?: string;
}

/** Runs `work` while `calls` go wrong. */
export async function withFault<T>(
  store: StoreProcess,
  { calls, how, folder }: Fault,
  work: () => Promise<T>,
): Promise<T> {
  const files = folder === undefined ? [] : onlyData(folder);
  const args = ["-o", "/dev/null", ...files, "-e", `trace=${calls}`, "-e", `inject=${calls}:${how}`];
  const strace = await attach(store.pid, args);
  try {
    return await work();
  } finally {
    await detach(strace);
  }
}

/** The system calls, with paths instead of numbers, that the store makes during `work`. */
export async function traced(store: StoreProcess, calls: string, work: () => Promise<unknown>): Promise<string[]> {
  const place = mkdtempSync(join(tmpdir(), "lyt-trace-"));
  const strace = await attach(store.pid, ["-y", "-o", join(place, "calls"), "-e", `trace=${calls}`]);
  try {
    await work();
  } finally {
    await detach(strace);
  }
  const lines = readFileSync(join(place, "calls"), "utf8").split("\n");
  rmSync(place, { recursive: true, force: true });
  return lines;
}
