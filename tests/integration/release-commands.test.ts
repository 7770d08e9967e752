/** `lyt release show|verify|export` as a process: what it says, the files it leaves, and what it never overwrites. */
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Release } from "../../server/releases/contract";
import { emptyFolder, withFolder } from "../support/data-folder";
import { lyt, lytJson } from "../support/lyt-process";
import { readWorkbook } from "../support/read-spreadsheet";
import { sealRoundPerGroup } from "../support/sealed-round";
import { aRoundOfToday, settleMunicipality } from "../support/small-municipality";

const ROUND = "grupper";

describe("from the command line", () => {
  let folder: string;
  let out: string;
  beforeAll(async () => {
    folder = await emptyFolder();
    out = await mkdtemp(join(tmpdir(), "lyt-export-"));
    await withFolder(folder, async ({ application }) => {
      await settleMunicipality(application, aRoundOfToday());
      await sealRoundPerGroup(application, { ...aRoundOfToday(), id: ROUND });
    });
  });
  afterAll(async () => {
    for (const path of [folder, out]) await rm(path, { recursive: true, force: true });
  });

  const OF_EG = ["--round", ROUND, "--institution", "eg"] as const;
  const exportTo = (file: string, ...more: string[]) =>
    lyt(folder, "release", "export", ...OF_EG, "--format", "csv", "--out", join(out, file), ...more);

  it("shows who was heard, what stands out, every index with its bounds, and the hash", async () => {
    const release = await lytJson<Release>(folder, "release", "show", ...OF_EG);
    const { out: text } = await lyt(folder, "release", "show", ...OF_EG);
    expect(text).toContain("43 of 56 children heard");
    for (const { index, value, low, high } of release.forms.flatMap(({ indices }) => indices))
      expect(text).toMatch(new RegExp(`${index} .*${value} \\(${low}-${high}\\)`));
    expect(text).toContain(release.hash);
    expect(text).toContain("What stands out:");
  });

  it("writes three files for their owner alone, and nothing in the place of one that is there", async () => {
    const { code, error } = await exportTo("figures.csv");
    expect(error).toBe("");
    expect(code).toBe(0);
    const files = ["figures.csv", "figures-kodebog.csv", "figures-oprindelse.csv"].map((name) => join(out, name));
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
    const [figures = "", codebook = "", provenance = ""] = files;
    const checksum = createHash("sha256").update(readFileSync(figures)).digest("hex");
    expect(readFileSync(provenance, "utf8")).toContain(checksum);
    rmSync(figures);
    writeFileSync(codebook, "mine");
    const again = await exportTo("figures.csv");
    expect(again.code).toBe(1);
    expect(again.error).toContain("file.exists");
    // All or none.
    expect(existsSync(figures)).toBe(false);
    expect(readFileSync(codebook, "utf8")).toBe("mine");
  });

  it("replaces with --force, neither through a link nor with the rights of the old file", async () => {
    const [target, link] = [join(out, "elsewhere.txt"), join(out, "forced.csv")];
    writeFileSync(target, "mine");
    symlinkSync(target, link);
    const open = join(out, "forced-kodebog.csv");
    writeFileSync(open, "old");
    chmodSync(open, 0o666);
    expect((await exportTo("forced.csv")).code).toBe(1);
    expect((await exportTo("forced.csv", "--force", "--edition", "staff", "--lang", "en")).code).toBe(0);
    expect(readFileSync(target, "utf8")).toBe("mine");
    expect(statSync(open).mode & 0o777).toBe(0o600);
    expect(readFileSync(link, "utf8")).toContain(`"kind","institution_id"`);
  });

  it("writes a workbook", async () => {
    const file = join(out, "all.xlsx");
    const made = await lytJson<{ files: { path: string }[] }>(
      folder,
      "release",
      "export",
      ...OF_EG,
      "--format",
      "xlsx",
      "--out",
      file,
    );
    expect(made.files.map(({ path }) => path)).toEqual([file]);
    expect(readWorkbook(readFileSync(file)).map(({ title }) => title)).toEqual(["Tal", "Kodebog", "Oprindelse"]);
  });

  it.each([
    [["export", ...OF_EG, "--format", "pdf", "--out", "x"], "Allowed choices are csv, xlsx"],
    [["export", ...OF_EG, "--format", "csv", "--out", "/nowhere/x.csv"], "ENOENT"],
    [["export", "--round", ROUND, "--institution", "nowhere", "--format", "csv", "--out", "x"], "institution.notFound"],
    [["verify", "--round", "nowhere"], "round.notFound"],
    [["verify", "--round", "forar"], "round.wrongState"],
    [["verify", "--round", ROUND, "--institution", "nowhere"], "release.notFound"],
  ] as const)("refuses %j with a sentence", async (args, sentence) => {
    const { code, error } = await lyt(folder, "release", ...args);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
  });

  it("verifies every institution, and ends with 1 when one is another", async () => {
    const good = await lyt(folder, "release", "verify", "--round", ROUND);
    expect(good.error).toBe("");
    expect(good.code).toBe(0);
    expect(good.out).toContain("2 of 2 releases are what their tables tell.");
    await withFolder(folder, ({ database }) =>
      database.main
        .collection("tables")
        .updateOne({ "table.place.id": "birk" }, { $inc: { "table.leaves.0.participants": 1 } }),
    );
    const bad = await lyt(folder, "release", "verify", "--round", ROUND);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/birk .*DIFFERS from what its tables tell, first at /);
    expect(bad.out).toMatch(/eg .*as computed/);
    expect((await lyt(folder, "release", "verify", ...OF_EG)).code).toBe(0);
  });
});
