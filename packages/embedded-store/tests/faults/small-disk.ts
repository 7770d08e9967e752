/** A real file system of a few megabytes that fills up: a tmpfs within a mount namespace of its own, gone with its holder. */
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

export interface SmallDisk {
  /** Where it is mounted, for processes run `by` it alone; so long a path that sockets are put elsewhere. */
  readonly folder: string;
  /** The beginning of a command that runs within its namespace. */
  readonly by: readonly string[];
  resize(megabytes: number): Promise<void>;
  remove(): Promise<void>;
}

const OWN_NAMESPACES = ["--user", "--map-root-user", "--mount"];

function run(program: string, args: readonly string[]): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.once("error", (error) => resolve({ code: -1, text: error.message }));
    child.once("close", (code) => resolve({ code, text }));
  });
}

/** Why no small disk can be had here, if so. */
export async function whyNoSmallDisk(): Promise<string | undefined> {
  const script = "mount -t tmpfs -o size=1m tmpfs /mnt && nsenter --version";
  const { code, text } = await run("unshare", [...OWN_NAMESPACES, "sh", "-c", script]);
  return code === 0 ? undefined : `no file system may be mounted here: ${text.trim()}`;
}

/** Below `parent`, which must be there. */
export async function mountSmallDisk(parent: string, megabytes: number): Promise<SmallDisk> {
  const folder = join(parent, "a-long-name-".repeat(10));
  await mkdir(folder);
  const script = `mount -t tmpfs -o size=${megabytes}m tmpfs "${folder}" && echo mounted && exec cat`;
  const holder = spawn("unshare", [...OWN_NAMESPACES, "sh", "-c", script], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => holder.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once("data", () => resolve());
    void ended.then(() => reject(new Error("the small disk was not mounted")));
  });
  // Entering a mount namespace leads to its root.
  const here = `--wd=${process.cwd()}`;
  const by = ["nsenter", "--user", "--mount", "--preserve-credentials", here, "--target", String(holder.pid)];
  return {
    folder,
    by,
    async resize(size) {
      const [program = "", ...args] = by;
      const { code, text } = await run(program, [...args, "mount", "-o", `remount,size=${size}m`, folder]);
      if (code !== 0) throw new Error(text);
    },
    async remove() {
      holder.stdin.end();
      await ended;
    },
  };
}
