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
async function bundle(name: string): Promise<string> {
  const outfile = `build/tests/${name}-${process.pid}.mjs`;
  const entryPoints = [`tests/support/${name}.ts`];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", plugins: [installedPackages] });
  return outfile;
}

const bundled = new Map<string, Promise<string>>();

/** Runs a file of this folder in a process of its own. */
export async function runElsewhere(name: string, options: BringUpElsewhere) {
  const file = bundled.get(name) ?? bundle(name);
  bundled.set(name, file);
  const args = [await file, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, lines: out.split("\n").filter(Boolean) };
}

export const bringUpElsewhere = (options: BringUpElsewhere) => runElsewhere("bring-up-data", options);
