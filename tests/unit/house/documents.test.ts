/** What a machine can hold of our pages against the house: the files, commands and folders that they name. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };

const ROOMS = ["app", "docs", "packages", "public", "scripts", "server", "surveys", "tests"];

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = [...readdirSync("."), ...ROOMS.flatMap(filesIn)];
const pages = files.filter((file) => file.endsWith(".md"));
const textOf = (page: string) => readFileSync(page, "utf8");

/** `surveys/{a,b}.ts` as its two. */
function spread(name: string): string[] {
  const [, before = "", list, after = ""] = /^(.*?)\{([^}]*)\}(.*)$/.exec(name) ?? [];
  return list === undefined ? [name] : list.split(",").map((one) => before + one.trim() + after);
}

const quoted = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside = ""]) => inside);

describe("every page", () => {
  it("leads only to what is there", () => {
    const dead = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !existsSync(join(dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(pages.length).toBeGreaterThan(40);
    expect(dead).toEqual([]);
  });

  it("names only files that are there", () => {
    const names = files.map((file) => `/${file}`);
    const isThere = (name: string) => names.some((file) => file.endsWith(`/${name.replace(/^(\.\.?\/)+/, "")}`));
    const missing = pages.flatMap((page) =>
      quoted(textOf(page))
        .filter((name) => /^[\w/{][\w./{},-]*\.(tsx?|mjs|css|json|md|svg)$/.test(name) && !name.includes(".."))
        .flatMap(spread)
        .filter((name) => !isThere(name))
        .map((name) => `${page}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("names only commands that npm has", () => {
    const commands = pages.flatMap((page) =>
      [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => `${page}: ${name}`),
    );
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter((line) => !Object.hasOwn(manifest.scripts, line.split(": ")[1] ?? ""))).toEqual([]);
  });
});

/** The folders of surveys/ that one of them imports. */
function importedBy(folder: string): string[] {
  const sources = filesIn(join("surveys", folder)).filter((file) => file.endsWith(".ts"));
  const imported = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/from "(\.\.\/[^"]+)"/g)].map(([, target = ""]) =>
      join(dirname(file), target),
    ),
  );
  const folders = imported.map((path) => path.split("/")).filter(([room]) => room === "surveys");
  return [...new Set(folders.map(([, name = ""]) => name))].filter((name) => name !== folder).sort();
}

const FOLDERS = readdirSync("surveys", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("the README of a folder of surveys/", () => {
  it.each(FOLDERS)("names what %s imports", (folder) => {
    const text = textOf(join("surveys", folder, "README.md"));
    const [, may = ""] = /May import: ([^]*?\.)(?:\s|$)/.exec(text) ?? [];
    expect(may).not.toBe("");
    if (may.startsWith("every other folder")) return;
    const named = quoted(may)
      .flatMap(spread)
      .map((name) => name.replace("surveys/", ""));
    expect(importedBy(folder).filter((name) => !named.includes(name))).toEqual([]);
  });
});
