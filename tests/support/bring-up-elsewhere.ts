/** Brings data up in a process of its own (bring-up-data.ts). */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { build } from "esbuild";
import { installedPackages } from "../../scripts/installed-packages.mjs";

export interface BringUpElsewhere {
  readonly dataDir: string;
  readonly mongodbUrl?: string;
  readonly name?: string;
  /** Counted from one; beats of a claim are none. */
  readonly killedBeforeWrite?: number;
}

/** Within the project, where what is bundled finds its packages. */
async function bundle(): Promise<string> {
  const outfile = `build/tests/bring-up-data-${process.pid}.mjs`;
  const entryPoints = ["tests/support/bring-up-data.ts"];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", plugins: [installedPackages] });
  return outfile;
}

let bundled: Promise<string> | undefined;

export async function bringUpElsewhere(options: BringUpElsewhere) {
  const args = [await (bundled ??= bundle()), JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, lines: out.split("\n").filter(Boolean) };
}
