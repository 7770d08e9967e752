/** Faces: every mood is unlike the others, a calm one smiles a little, and all can be read on every skin. */
import { describe, expect, it } from "vitest";
import { contrast } from "#tests/support/contrast";
import { drawFace, inkOn } from "#surveys/pictures/face";
import { SKIN } from "#surveys/pictures/palette";
import { MOODS, SKINS } from "#surveys/pictures/picture";
import type { Figure } from "#surveys/pictures/picture";

/** How far the corners of a mouth lie above the middle of its curve; negative when it is turned down. */
function curveOf(mood: Figure["mood"]): number {
  const [, from, middle] = /M[\d.]+ ([\d.]+) Q60 ([\d.]+)/.exec(drawFace({ mood }).split("#e8745a")[1] ?? "") ?? [];
  return Number(middle) - Number(from);
}

describe("a face", () => {
  it("looks different in every mood, with and without glasses", () => {
    for (const aids of [[], ["glasses"]] as const)
      expect(new Set(MOODS.map((mood) => drawFace({ mood, aids }))).size).toBe(MOODS.length);
  });

  it("that shows no mood in particular smiles a little: less than one that smiles", () => {
    expect(drawFace({})).toBe(drawFace({ mood: "calm" }));
    expect(curveOf("calm")).toBeGreaterThanOrEqual(4);
    expect(curveOf("smile")).toBeGreaterThanOrEqual(2 * curveOf("calm"));
    expect(curveOf("sad")).toBeLessThanOrEqual(-4);
  });

  it("has its eyes drawn over the glass, not behind it", () => {
    const svg = drawFace({ mood: "smile", aids: ["glasses"] });
    expect(svg.indexOf('fill-opacity=".3"')).toBeLessThan(svg.indexOf(inkOn("sand").eye));
  });

  it.each(SKINS)("can be read on the skin %s: eyes, brows, lips and an open mouth at 3:1", (skin) => {
    const { eye, lip, brow, mouth } = inkOn(skin);
    for (const ink of [eye, lip, brow, mouth]) expect(contrast(ink, SKIN[skin])).toBeGreaterThanOrEqual(3);
  });
});
