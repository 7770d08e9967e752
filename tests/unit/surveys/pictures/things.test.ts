/** Things: named and findable in both languages, drawn by files that are what the packages say, and light. */
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { KEY_THINGS } from "#surveys/pictures/key-things";
import { SPRITES, thingUrl } from "#surveys/pictures/thing-url";
import { THINGS, THINGS_BY_SUBJECT, isThingName } from "#surveys/pictures/things";
import type { ThingWords } from "#surveys/pictures/thing-words/words";
import { THEME_THINGS } from "#surveys/paper/paper";

const all: [string, ThingWords][] = Object.entries(THINGS);
const LANGUAGES = ["da", "en"] as const;

/** What `npm run icons` would write; a script without types of its own. */
const icons = import("../../../../scripts/extract-icons.mjs" as string) as Promise<{
  buildSprites(): [string, string][];
  buildThingFiles(): [string, string][];
  buildControlPaths(): string;
}>;

describe("the words of things", () => {
  it("are there for a great many, each in one subject", () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    const counted = Object.values(THINGS_BY_SUBJECT).reduce((sum, subject) => sum + Object.keys(subject).length, 0);
    expect(counted).toBe(all.length);
  });

  it.each(LANGUAGES)("name nothing twice in %s", (language) => {
    const names = all.map(([, words]) => words[language]);
    expect(names.filter((name, index) => !name || names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(LANGUAGES)("have keywords in %s: single words, none twice, none in capitals but names", (language) => {
    for (const [name, { keywords }] of all) {
      const own = keywords[language];
      expect(own.length, name).toBeGreaterThan(0);
      expect(new Set(own).size, name).toBe(own.length);
      for (const word of own) expect(word, name).toMatch(/^[\p{L}\p{N}-]{2,}$/u);
    }
  });

  it.each([
    ["da", "spejder", "tent"],
    ["da", "e-sport", "video-game"],
    ["da", "teater", "performing-arts"],
    ["da", "frokost", "sandwich"],
    ["da", "familie", "older-person"],
    ["en", "scouts", "compass"],
    ["en", "esports", "desktop-computer"],
  ] as const)("find in %s by %s the %s", (language, word, name) => {
    expect(THINGS[name].keywords[language]).toContain(word);
  });

  it("sound different for all things of a child's key", () => {
    for (const language of LANGUAGES)
      expect(new Set(KEY_THINGS.map((name) => THINGS[name][language])).size).toBe(KEY_THINGS.length);
  });
});

describe("the drawings of things", () => {
  it("are what `npm run icons` makes of the packages", { timeout: 60_000 }, async () => {
    const { buildControlPaths, buildSprites, buildThingFiles } = await icons;
    for (const [file, svg] of buildSprites()) expect(readFileSync(`public/${file}`, "utf8"), file).toBe(svg);
    expect(buildControlPaths()).toBe(readFileSync("app/components/ui/icon-paths.ts", "utf8"));
    const files = buildThingFiles();
    expect(readdirSync("public/things").sort()).toEqual(files.map(([name]) => `${name}.svg`).sort());
    const stale = files.filter(([name, svg]) => readFileSync(`public/things/${name}.svg`, "utf8") !== svg);
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it("lie where their addresses say, each under its own name", () => {
    for (const [name] of all) {
      const [file, symbol] = thingUrl(name, "/things.svg").split("#");
      expect(symbol).toBe(name);
      expect(readFileSync(`public${file}`, "utf8"), name).toContain(`<symbol id="${name}" viewBox="0 0 32 32">`);
    }
  });

  it("refer to nothing outside and run nothing", () => {
    for (const file of [
      "things.svg",
      "things-key.svg",
      ...readdirSync("public/things").map((name) => `things/${name}`),
    ])
      expect(readFileSync(`public/${file}`, "utf8"), file).not.toMatch(
        /<script|<image|\son\w+=|style=|(href|url\()="?http/,
      );
  });

  it("weigh little on a child's page: 8 KB for what all pages share, 10 for the key, 3 for any other", () => {
    expect(gzipSync(readFileSync("public/things.svg")).length).toBeLessThanOrEqual(8_000);
    expect(gzipSync(readFileSync("public/things-key.svg")).length).toBeLessThanOrEqual(10_000);
    const heavy = readdirSync("public/things").filter(
      (file) => gzipSync(readFileSync(`public/things/${file}`)).length > 3000,
    );
    expect(heavy).toEqual([]);
  });

  it("share one file for the key, and one for the themes", () => {
    expect(SPRITES["-key"]).toEqual(KEY_THINGS);
    for (const name of Object.values(THEME_THINGS)) expect(SPRITES[""]).toContain(name);
    for (const name of SPRITES[""]) expect(isThingName(name), name).toBe(true);
  });
});
