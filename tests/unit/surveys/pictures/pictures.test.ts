/** Drawings: safe SVG without ids, styles or scripts, the same every time. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../../support/svg-bounds";
import { definitions } from "../../../../surveys/definitions/index";
import { buildLibrary } from "../../../../surveys/engine/survey-library";
import { LADDER_RUNGS, STONES } from "../../../../surveys/pictures/picture";
import type { Drawable } from "../../../../surveys/pictures/picture";
import { pictureShape } from "../../../../surveys/pictures/picture-shape";
import { drawPicture } from "../../../../surveys/pictures/draw-picture";
import { drawLytte } from "../../../../surveys/pictures/lytte";

const library = buildLibrary(definitions);
const pictures: Drawable[] = (["3-5", "6-9"] as const).flatMap((band) =>
  library.paper("puls", 1, band, "da").items.flatMap((item) => item.choices.flatMap(({ picture }) => picture ?? [])),
);

describe("a drawing", () => {
  it.each(pictures.map((picture, index) => [index, picture] as const))(
    "%i is plain SVG without ids, styles or scripts",
    (_index, picture) => {
      for (const isRightToLeft of [false, true]) {
        const svg = drawPicture(picture, { thingsUrl: "/things.svg", isRightToLeft, shape: "5:2" });
        expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"[^>]*>.*<\/svg>$/s);
        expect(svg).not.toMatch(/\s(id|style|on\w+)=|<(script|style|foreignObject|image)|NaN|undefined/);
        expect(svg.match(/<g/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0);
        for (const [, file, name] of svg.matchAll(/href="\/([^"#]+)#([^"]+)"/g))
          expect(readFileSync(`public/${file}`, "utf8")).toContain(`<symbol id="${name}"`);
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

describe("a picture of how much", () => {
  const options = { thingsUrl: "/things.svg" };

  it("fills as many quarters as it is told, from none to the whole ring", () => {
    const rings = ([0, 1, 2, 3, 4] as const).map((filled) => drawPicture({ kind: "amount", filled }, options));
    expect(rings.map((svg) => svg.match(/(?<=[\d ])c-?\d/g)?.length ?? 0)).toEqual([0, 1, 2, 3, 4]);
    for (const svg of rings) expect(boundsOf(svg)).toEqual({ left: 1, top: 1, right: 31, bottom: 31 });
  });

  it("lays as many stones as it is told in the same five hollows", () => {
    const drawn = Array.from({ length: STONES + 1 }, (_, count) => drawPicture({ kind: "tokens", count }, options));
    expect(drawn.map((svg) => (svg.match(/<ellipse/g)?.length ?? 0) - STONES)).toEqual([0, 2, 4, 6, 8, 10]);
    for (const svg of drawn) expect(boundsOf(svg)).toEqual({ left: 2, top: 6, right: 198, bottom: 56 });
  });

  it("marks each rung of the ladder above the one before, within its box", () => {
    const heights = Array.from({ length: LADDER_RUNGS }, (_, rung) => {
      const svg = drawPicture({ kind: "ladder", rung }, options);
      const { left, top, right, bottom } = boundsOf(svg);
      expect(Math.min(left, top, 60 - right, 150 - bottom)).toBeGreaterThanOrEqual(0);
      return Number(/cy="(\d+)"/.exec(svg)?.[1]);
    });
    expect(heights).toEqual([...heights].sort((one, other) => other - one));
    expect(new Set(heights).size).toBe(LADDER_RUNGS);
  });
});

it.each([
  [{ kind: "amount", filled: 4 }, true],
  [{ kind: "amount", filled: 5 }, false],
  [{ kind: "amount", filled: 1.5 }, false],
  [{ kind: "tokens", count: 5 }, true],
  [{ kind: "tokens", count: 6 }, false],
  [{ kind: "tokens", count: -1 }, false],
  [{ kind: "ladder", rung: 10 }, true],
  [{ kind: "ladder", rung: 11 }, false],
  [{ kind: "thing", thing: "fox" }, true],
  [{ kind: "thing", thing: "unheard-of" }, false],
])("a survey file may hold %o: %s, and never without its text alternative", (picture, isFine) => {
  const alt = { da: "Billede", en: "Picture" };
  expect(pictureShape.safeParse({ ...picture, alt }).success).toBe(isFine);
  expect(pictureShape.safeParse(picture).success).toBe(false);
});

it("a large face has a neck between chin and shirt, and fills its box", () => {
  const svg = drawPicture({ kind: "face", figure: { mood: "calm" } }, { thingsUrl: "/things.svg" });
  expect(svg).toContain('<rect x="52" y="70" width="16" height="16"');
  expect(boundsOf(svg)).toMatchObject({ bottom: 126 });
});
