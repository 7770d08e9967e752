/** A child process of ours that listens on loopback: started, awaited, stopped by its own id. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { AddressInfo } from "node:net";

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly startedInMs: number;
  /** What it has written so far. */
  output(): string;
  stop(): Promise<void>;
  /** As if the power went: no signal can be handled. */
  kill(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const START_WITHIN_MS = 180_000;

/** Runs `node <args>` with PORT set, until `path` answers 200. `onOutput` hears what it has written so far, at each line. */
export async function startProcess(
  args: readonly string[],
  env: Record<string, string>,
  path = "/healthz",
  onOutput: (output: string) => void = () => undefined,
): Promise<ServerProcess> {
  const port = Number(env["PORT"] ?? (await freePort()));
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    onOutput(output);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.stderr.pipe(process.stderr, { end: false });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const isUp = await fetch(url + path).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) break;
    if (child.exitCode !== null || performance.now() - startedAt > START_WITHIN_MS)
      throw new Error(`The server did not start: ${args.join(" ")}`);
    await wait(20);
  }
  return {
    url,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - startedAt,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
