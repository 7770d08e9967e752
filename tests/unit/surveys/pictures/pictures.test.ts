/** Drawings: safe SVG without ids, and a sprite and icons that are what the packages say. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { definitions } from "../../../../surveys/definitions/index";
import { buildLibrary } from "../../../../surveys/engine/survey-library";
import type { Drawable } from "../../../../surveys/pictures/picture";
import { drawPicture } from "../../../../surveys/pictures/draw-picture";
import { KEY_THINGS } from "../../../../surveys/pictures/key-things";
import { drawLytte } from "../../../../surveys/pictures/lytte";
import { THINGS } from "../../../../surveys/pictures/things";

const library = buildLibrary(definitions);
const pictures: Drawable[] = (["3-5", "6-9"] as const).flatMap((band) =>
  library.paper("trivsel", 1, band, "da").items.flatMap((item) => item.choices.flatMap(({ picture }) => picture ?? [])),
);
const sprite = readFileSync("public/things.svg", "utf8");

describe("a drawing", () => {
  it.each(pictures.map((picture, index) => [index, picture] as const))(
    "%i is plain SVG without ids, styles or scripts",
    (_index, picture) => {
      for (const isRightToLeft of [false, true]) {
        const svg = drawPicture(picture, { thingsUrl: "/things.svg", isRightToLeft, shape: "5:2" });
        expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"[^>]*>.*<\/svg>$/s);
        expect(svg).not.toMatch(/\s(id|style|on\w+)=|<(script|style|foreignObject|image)|NaN|undefined/);
        expect(svg.match(/<g/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0);
        for (const [, name] of svg.matchAll(/href="\/things\.svg#([^"]+)"/g))
          expect(sprite).toContain(`<symbol id="${name}"`);
      }
    },
  );

  it("is the same every time", () => {
    const [first] = pictures;
    if (!first) throw new Error("no pictures");
    const options = { thingsUrl: "/things.svg" };
    expect(drawPicture(first, options)).toBe(drawPicture(first, options));
    expect(drawLytte("listens")).toBe(drawLytte("listens"));
  });
});

it("every thing has words in both languages, and no two things of a key sound alike", () => {
  for (const { da, en } of Object.values(THINGS)) expect(da && en).toBeTruthy();
  for (const locale of ["da", "en"] as const)
    expect(new Set(KEY_THINGS.map((name) => THINGS[name][locale])).size).toBe(KEY_THINGS.length);
});

it("the committed sprite, icons and favicon are what `npm run icons` makes of the packages", async () => {
  // A script without types of its own.
  const { buildControlPaths, buildSprite } = (await import("../../../../scripts/extract-icons.mjs" as string)) as {
    buildSprite(): string;
    buildControlPaths(): string;
  };
  expect(buildSprite()).toBe(sprite);
  expect(buildControlPaths()).toBe(readFileSync("app/components/ui/icon-paths.ts", "utf8"));
});
