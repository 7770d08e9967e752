/** The application's pepper: without it, the hashes of keys cannot be searched, even by whoever holds the database. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The given pepper, or the one in `<data>/pepper`, made at the first start (mode 0600). */
export async function readPepper(dataDir: string, given?: string): Promise<string> {
  if (given) return given;
  const file = join(dataDir, "pepper");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(file, "utf8")).trim();
}
