/** The embedded store in a process of its own: killed by its id, short of room, or run by way of another program. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const BUNDLE = here("../../build/serve-store.mjs");
const LINES_SHOWN = 2000;

export interface StoreProcess {
  readonly url: string;
  readonly socketPath: string;
  readonly pid: number;
  /** What `onFault` was told. */
  readonly faults: readonly string[];
  isAlive(): boolean;
  /** Its end in words: "alive", "exit code 1" or "signal SIGSEGV", with what it wrote to stderr. */
  state(): string;
  /** How many lines it has written to stderr. */
  linesSaid(): number;
  /** Memory of its own (without mapped files), where the system tells. */
  ownBytes(): number | undefined;
  /** Closes the store; gives the exit code. */
  stop(): Promise<number | null>;
  /** As if the power went: no signal can be handled. */
  kill(): Promise<void>;
}

export interface StoreProcessOptions {
  readonly folder: string;
  /** A program with its arguments that runs node in its own process, such as `prlimit --fsize=…`. */
  readonly by?: readonly string[];
}

/** The store would not open, or its process ended before it did. */
export class StoreRefused extends Error {
  constructor(
    message: string,
    /** True when it said so itself. */
    readonly isClear: boolean,
  ) {
    super(message);
  }
}

type Said = { url: string; socketPath: string } | { refused: string } | { fault: string };

function ownBytes(pid: number): number | undefined {
  try {
    const kilobytes = /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** One file for node to start: a run starts hundreds, and reading TypeScript costs each of them a second. */
async function bundle(): Promise<string> {
  const mine = `${BUNDLE}.${process.pid}.mjs`;
  const entryPoints = [here("./serve-store.ts")];
  await build({ entryPoints, outfile: mine, bundle: true, platform: "node", format: "esm", packages: "external" });
  await rename(mine, BUNDLE);
  return BUNDLE;
}

let bundled: Promise<string> | undefined;

/** Throws `StoreRefused` when the folder cannot be opened. */
export async function startStore({ by = [], ...options }: StoreProcessOptions): Promise<StoreProcess> {
  const entry = await (bundled ??= bundle());
  const [program, ...args] = [...by, process.execPath, entry, JSON.stringify(options)];
  const child = spawn(program ?? "", args, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const faults: string[] = [];
  let stderr = "";
  let lines = 0;
  let end: string | undefined;
  child.stderr?.on("data", (chunk: Buffer) => {
    lines += chunk.toString().split("\n").length - 1;
    stderr = (stderr + chunk.toString()).slice(-LINES_SHOWN);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("close", (code, signal) => {
      end = signal ? `signal ${signal}` : `exit code ${code}`;
      resolve();
    });
  });
  const state = () => `${end ?? "alive"}\n${stderr}`;
  const place = await new Promise<{ url: string; socketPath: string }>((resolve, reject) => {
    child.once("error", (error) => reject(new StoreRefused(error.message, false)));
    child.on("message", (said: Said) => {
      if ("url" in said) resolve(said);
      else if ("refused" in said) reject(new StoreRefused(said.refused, true));
      else faults.push(said.fault);
    });
    void ended.then(() => reject(new StoreRefused(`ended before it was open: ${state()}`, false)));
  });
  const pid = child.pid ?? 0;
  return {
    ...place,
    pid,
    faults,
    isAlive: () => end === undefined,
    state,
    linesSaid: () => lines,
    ownBytes: () => ownBytes(pid),
    async stop() {
      if (child.connected) child.send("close");
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
