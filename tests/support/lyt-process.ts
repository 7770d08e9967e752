/** The built command line as a process: one command awaited, or `lyt store` until it is stopped. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect } from "vitest";
import { folderEnv } from "./data-folder";

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a built program to its end. */
export function runBuilt(program: "lyt" | "start", env: Environment, ...args: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`build/server/${program}.js`, ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let error = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()));
    child.once("close", (code) => resolve({ code, out, error }));
  });
}

export const lytWith = (env: Environment, ...args: string[]): Promise<Said> => runBuilt("lyt", env, ...args);

export const lyt = (folder: string, ...args: string[]): Promise<Said> => lytWith(folderEnv(folder), ...args);

/** The value a command prints; it must succeed. */
export async function lytJson<T>(folder: string, ...args: string[]): Promise<T> {
  const { code, out, error } = await lyt(folder, "--json", ...args);
  expect(error).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out) as T;
}

export interface StoreProcess {
  readonly pid: number;
  readonly folder: string;
  readonly url: string;
  readonly tcpUrl?: string;
  /** Resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** `lyt --json store <args>` on that folder. */
export async function startStore(folder: string, ...args: string[]): Promise<StoreProcess> {
  const child = spawn(process.execPath, ["build/server/lyt.js", "--json", "store", ...args], {
    env: { ...process.env, ...folderEnv(folder), MONGODB_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit") as Promise<[number | null]>;
  const line = once(createInterface({ input: child.stdout }), "line") as Promise<[string]>;
  const [text] = await Promise.race([line, ended.then(() => Promise.reject(new Error("The store did not start.")))]);
  return {
    pid: child.pid ?? 0,
    ...(JSON.parse(text) as Pick<StoreProcess, "folder" | "url" | "tcpUrl">),
    async stop(signal = "SIGINT") {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
