/** Everything a child's form says in Danish has a sound of just these words, in a file that is there. */
import { existsSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { buildLibrary } from "#surveys/engine/survey-library";
import { narrationUrl, NARRATION_SOURCES } from "#surveys/narration/narration";
import type { NarrationManifest } from "#surveys/narration/narration";
import { spokenTexts } from "#surveys/narration/spoken-texts";
import { audienceOf } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";
import json from "../../../../surveys/narration/manifest.json" with { type: "json" };

const manifest = json as NarrationManifest;
const MOST_BYTES = 6 * 1024 * 1024;
const onDisk = (url: string) => `public${url}`;

const library = buildLibrary(definitions);
const papers = library
  .list()
  .flatMap(({ slug, version, forms }) =>
    (Object.keys(forms) as FormName[])
      .filter((form) => audienceOf(form) === "child")
      .map((form) => ({ name: `${slug}/${version} ${form}`, paper: library.paper(slug, version, form, "da") })),
  );

describe.each(papers)("$name", ({ paper }) => {
  it("is read aloud from files, question by question and answer by answer", () => {
    const silent = spokenTexts({ ...paper, title: "", about: "", pages: [] }).filter((text) => {
      const url = narrationUrl(manifest, "da", text);
      return url === undefined || !existsSync(onDisk(url));
    });
    expect(silent).toEqual([]);
  });
});

const all = Object.values(manifest).flatMap((texts) => Object.values(texts));

it("all sounds together are small enough for the repository", () => {
  const files = [...new Set(all.map(({ file }) => `public/narration/${file}`))];
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

it("every sound says where its voice comes from", () => {
  for (const { source } of all) expect(NARRATION_SOURCES).toContain(source);
});

it("a text that has been changed since it was read has no sound", () => {
  const old: NarrationManifest = { da: { "Er du tryg?": { file: "x.mp3", source: "recorded" } } };
  expect(narrationUrl(old, "da", "Er du tryg?")).toBe("/narration/x.mp3");
  expect(narrationUrl(old, "da", "Er du tryg her?")).toBeUndefined();
  expect(narrationUrl(old, "en", "Er du tryg?")).toBeUndefined();
  expect(narrationUrl(old, "da", "constructor")).toBeUndefined();
});
