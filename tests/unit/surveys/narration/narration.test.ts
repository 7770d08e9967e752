/** Everything a child's form says in Danish has a sound of just these words, in a file that is there. */
import { existsSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { buildLibrary } from "#surveys/engine/survey-library";
import { narrationKey, narrationUrl, NARRATION_SOURCES } from "#surveys/narration/narration";
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
    const silent = spokenTexts(paper).filter((spoken) => {
      const url = narrationUrl(manifest, spoken, spoken.text);
      return url === undefined || !existsSync(onDisk(url));
    });
    expect(silent).toEqual([]);
  });
});

it("all sounds together are small enough for the repository", () => {
  const files = [...new Set(Object.values(manifest).map(({ file }) => `public/narration/${file}`))];
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

it("every sound says where its voice comes from", () => {
  for (const { source } of Object.values(manifest)) expect(NARRATION_SOURCES).toContain(source);
});

it("a text that has been changed since it was read has no sound", () => {
  const spoken = { survey: "trivsel", version: 1, language: "da", form: "6-9", item: "safe" } as const;
  const old: NarrationManifest = { [narrationKey(spoken)]: { file: "x.mp3", source: "recorded", text: "Er du tryg?" } };
  expect(narrationUrl(old, spoken, "Er du tryg?")).toBe("/narration/x.mp3");
  expect(narrationUrl(old, spoken, "Er du tryg her?")).toBeUndefined();
  expect(narrationUrl(old, { ...spoken, answer: "constructor" }, "Ja")).toBeUndefined();
});
