/** Brings data up in a process of its own (bring-up-data.ts). */
import { spawn } from "node:child_process";
import { once } from "node:events";

export interface BringUpElsewhere {
  readonly dataDir: string;
  readonly mongodbUrl?: string;
  readonly name?: string;
  /** Counted from one; beats of a claim are none. */
  readonly killedBeforeWrite?: number;
}

export async function bringUpElsewhere(options: BringUpElsewhere) {
  const args = ["--import", "tsx", "tests/support/bring-up-data.ts", JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, lines: out.split("\n").filter(Boolean) };
}
