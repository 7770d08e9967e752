/** What versions before this one left on disk (tests/cases/old-data): unpacked for one test, and what is known of it. */
import { chmod, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { IssuedKey } from "../../server/keys/service";

const CASES = "tests/cases/old-data";

/** tests/cases/old-data/README.md says what each of it is. */
export interface OldFacts {
  readonly now: string;
  /** 0: it carries no number. */
  readonly shape: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly releases: readonly { readonly institution: string; readonly participants: number; readonly hash: string }[];
  /** How many answers "vinter" was made of. */
  readonly participants: number;
  readonly keys: {
    readonly late: IssuedKey;
    readonly spent: IssuedKey & { readonly responseId: string; readonly receipt: string };
    readonly claimed: { readonly secret: string; readonly responseId: string };
    readonly free: readonly IssuedKey[];
    readonly young: readonly IssuedKey[];
    readonly session: string;
  };
}

export interface OldData {
  readonly name: string;
  readonly facts: OldFacts;
}

/** In the words of shapes 0 to 2, when a release said `responded` and answers were kept. */
type WrittenFacts = Omit<OldFacts, "releases"> & FactsUntil2;

interface FactsUntil2 {
  readonly releases: readonly {
    readonly institution: string;
    readonly responded?: number;
    readonly participants?: number;
    readonly hash: string;
  }[];
  readonly sealed?: number;
}

const readFacts = (facts: WrittenFacts): OldFacts => ({
  ...facts,
  participants: facts.sealed ?? facts.participants,
  releases: facts.releases.map((one) => ({ ...one, participants: one.responded ?? one.participants ?? 0 })),
});

/** Every version's that is kept. */
export async function allOldData(): Promise<OldData[]> {
  const found = (await readdir(CASES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const read = async ({ name }: { name: string }) => ({
    name,
    // Written by make-old-data.ts.
    facts: readFacts(JSON.parse(await readFile(join(CASES, name, "facts.json"), "utf8")) as WrittenFacts),
  });
  return Promise.all(found.map(read));
}

/** Into a new folder. */
export async function unpack({ name }: OldData, part: "folder" | "backup"): Promise<string> {
  const [from, to] = [join(CASES, name, part), await mkdtemp(join(tmpdir(), `lyt-old-${part}-`))];
  for (const path of await readdir(from, { recursive: true })) {
    if (!path.endsWith(".gz")) continue;
    const target = join(to, path.slice(0, -".gz".length));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, gunzipSync(await readFile(join(from, path))));
  }
  if (part === "folder") await chmod(join(to, "pepper"), 0o600);
  return to;
}

/** The pepper its keys were hashed under. */
export const pepperOf = async ({ name }: OldData): Promise<string> =>
  gunzipSync(await readFile(join(CASES, name, "folder", "pepper.gz")))
    .toString("utf8")
    .trim();
