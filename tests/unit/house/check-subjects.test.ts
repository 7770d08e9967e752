/** A commit's subject has at most 72 characters: told by the hook before, and by `npm test` after. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lyt-subjects-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.dk", ...args], { cwd, stdio: "pipe" });

const check = (cwd: string, ...args: string[]) => spawnSync("node", ["scripts/check-subjects.mjs", ...args], { cwd });

const LETTERS = ["a", "ø"];

describe("the hook", () => {
  function isRefused(message: string): boolean {
    const file = join(folder, "message");
    writeFileSync(file, message);
    const { status } = spawnSync("sh", [".githooks/commit-msg", file]);
    return status === 1;
  }

  it.each(LETTERS)("takes 72 characters and refuses 73 of %s", (letter) => {
    expect(isRefused(letter.repeat(72))).toBe(false);
    expect(isRefused(letter.repeat(73))).toBe(true);
  });

  it("reads the subject alone, and without what squashing takes away", () => {
    expect(isRefused(`Say it\n\n${"b".repeat(100)}\n`)).toBe(false);
    expect(isRefused(`# ${"c".repeat(100)}\n\nSay it\n`)).toBe(false);
    expect(isRefused(`fixup! ${"d".repeat(72)}`)).toBe(false);
  });
});

/** A downloaded archive has no history, a shallow clone only its end. */
const { stdout } = spawnSync("git", ["rev-parse", "--is-shallow-repository"]);

describe.skipIf(String(stdout).trim() !== "false")("the history", () => {
  function repository(...how: string[]): string {
    const clone = mkdtempSync(join(folder, "clone-"));
    git(".", ...how, clone);
    cpSync("scripts", join(clone, "scripts"), { recursive: true });
    return clone;
  }
  const commit = (clone: string, subject: string) =>
    git(clone, "commit", "--quiet", "--allow-empty", "--no-verify", "-m", subject);

  it("is refused with a subject of 73 characters, and named", () => {
    const clone = repository("clone", "--quiet", "--shared", "--no-checkout", process.cwd());
    commit(clone, "e".repeat(72));
    expect(check(clone).status).toBe(0);
    commit(clone, "f".repeat(73));
    const { status, stderr } = check(clone);
    expect([status, String(stderr)]).toEqual([1, expect.stringContaining("f".repeat(73))]);
  });

  it("is not asked where it does not go back so far, nor where there is none", () => {
    const clone = repository("init", "--quiet");
    commit(clone, "g".repeat(73));
    expect(check(clone).status).toBe(0);
    rmSync(join(clone, ".git"), { recursive: true });
    expect(check(clone).status).toBe(0);
  });
});
