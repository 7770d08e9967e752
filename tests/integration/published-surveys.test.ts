/** A published survey never changes: a start with other words is refused, and `npm run compose` does not write them. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installedPackages } from "../../scripts/installed-packages.mjs";

let folder: string;
let built: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-published-"));
  // Within the project, where what is bundled finds its packages.
  built = await mkdtemp("build/changed-");
});
afterEach(async () => {
  for (const one of [folder, built]) await rm(one, { recursive: true });
});

function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const env = { ...process.env, DATA_DIR: join(folder, "data"), DEMO: "no", PORT: "0", MONGODB_URL: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code ?? 1) : 0, out, error }),
    );
  });
}

/** A program built as `npm run build` does, of a tree in which a published survey says something else. */
async function buildWithOtherWords(program: string): Promise<string> {
  const outfile = join(built, "program.js");
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    plugins: [
      installedPackages,
      {
        name: "other-words",
        setup(bundler) {
          bundler.onLoad({ filter: /definitions\/puls\/v1\.json$/ }, async ({ path }) => ({
            contents: (await readFile(path, "utf8")).replace("glad", "trist"),
            loader: "json",
          }));
        },
      },
    ],
  });
  return outfile;
}

it.each([
  ["server/start.ts", []],
  ["server/cli/lyt.ts", ["round", "list"]],
])("%s with another text is refused with a sentence, and touches no data", async (program, args) => {
  const { code, error } = await run(await buildWithOtherWords(program), ...args);
  expect(code).toBe(1);
  expect(error).toMatch(
    /^The survey "puls", version 1 \(surveys\/definitions\/puls\/v1\.json\), is not the one that was published/,
  );
  await expect(readFile(join(folder, "data", "pepper"))).rejects.toThrow("ENOENT");
});

it("composes a published version again only as it was, and writes the hash of a new one", async () => {
  const [plan, out, hashes] = [join(folder, "plan.json"), join(folder, "puls/v1.json"), join(folder, "published.json")];
  await mkdir(join(folder, "puls"));
  await cp("surveys/definitions/published.json", hashes);
  const before = await readFile(hashes, "utf8");
  const given = JSON.parse(await readFile("surveys/definitions/puls/v1.plan.json", "utf8")) as Record<string, unknown>;
  const compose = async (changes: object, to: string) => {
    await writeFile(plan, JSON.stringify({ ...given, ...changes }));
    return run("--import", "tsx", "scripts/compose-survey.mjs", plan, to);
  };
  expect(await compose({}, out)).toMatchObject({ code: 0 });
  const title = { da: "Noget andet", en: "Something else" };
  const refused = await compose({ title }, out);
  expect([refused.code, refused.error]).toEqual([1, expect.stringContaining("puls/v1 is published and never changes")]);
  expect(JSON.parse(await readFile(out, "utf8"))).not.toMatchObject({ title });
  expect(await readFile(hashes, "utf8")).toBe(before);
  expect(await compose({ title, version: 2 }, join(folder, "puls/v2.json"))).toMatchObject({ code: 0 });
  const after = JSON.parse(await readFile(hashes, "utf8")) as Record<string, string>;
  expect(after).toEqual({ ...JSON.parse(before), "puls/v2": expect.stringMatching(/^[0-9a-f]{64}$/) });
});
