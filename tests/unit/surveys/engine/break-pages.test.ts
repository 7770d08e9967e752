import { describe, expect, it } from "vitest";
import { breakPages } from "#surveys/engine/break-pages";
import type { FormName } from "#surveys/paper/form";
import type { PaperItem, Theme } from "#surveys/paper/paper";

const items = (count: number, theme: Theme = "voice", more: Partial<PaperItem> = {}): PaperItem[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${theme}-${index}`,
    type: "options",
    theme,
    question: "?",
    choices: [],
    ...more,
  }));
const sizes = (list: readonly PaperItem[], form: FormName) =>
  breakPages(list, form, "da", new Map()).map((page) => ("items" in page ? page.items.length : "rest"));

describe("the pages of a form", () => {
  it.each<[FormName, number, (number | string)[]]>([
    ["0-2", 3, [1, 1, 1]],
    ["3", 6, [1, 1, 1, 1, 1, "rest", 1]],
    ["3-5", 5, [1, 1, 1, 1, 1]],
    ["6-9", 11, [...Array<number>(10).fill(1), "rest", 1]],
    ["10-12", 3, [2, 1]],
    ["13-18", 7, [4, 3]],
    ["staff", 5, [5]],
    ["parents-0-2", 6, [3, 3]],
  ])("%s of %i items of one theme", (form, count, pages) => {
    expect(sizes(items(count), form)).toEqual(pages);
  });

  it("hold one theme each, with its name where adults and the oldest read it", () => {
    expect(breakPages([...items(3, "trust"), ...items(3, "calm")], "13-18", "da", new Map())).toMatchObject([
      { title: "Tryghed" },
      { title: "Ro og rammer" },
    ]);
    expect(breakPages(items(2), "10-12", "da", new Map())[0]).not.toHaveProperty("title");
  });

  it("end before an item that asks one on the same page", () => {
    const asking = items(3).map((item, index) =>
      index === 1 ? { ...item, visibleIf: { op: "answered" as const, item: "voice-0" } } : item,
    );
    expect(sizes(asking, "13-18")).toEqual([1, 2]);
  });

  it("hold two questions of 10-12 only where both are a row of rings", () => {
    const [one, other, third, last] = items(4);
    if (!one || !other || !third || !last) throw new Error("no items");
    const several: PaperItem = { ...other, type: "choose-pictures" };
    expect(sizes([one, several, third, last], "10-12")).toEqual([1, 1, 2]);
    const steps = (count: number, picture?: PaperItem["picture"]): PaperItem => ({
      ...one,
      choices: Array.from({ length: count }, (_, at) => ({ value: `${at}`, label: "?", picture })),
    });
    const scene: PaperItem["picture"] = { kind: "scene", place: "room", parts: [] };
    expect(sizes([steps(5), last], "10-12")).toEqual([2]);
    expect(sizes([steps(6), last], "10-12")).toEqual([1, 1]);
    expect(sizes([steps(3, scene), last], "10-12")).toEqual([1, 1]);
    expect(sizes([one, several, third, last], "13-18")).toEqual([4]);
  });

  it("do not count what is only tried towards a rest", () => {
    expect(sizes([...items(2, "self", { isPractice: true }), ...items(6)], "3-5")).toEqual([
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      "rest",
      1,
    ]);
  });

  it("show the author's own words where they stood", () => {
    expect(breakPages(items(2), "staff", "da", new Map([["voice-1", ["Nu noget andet"]]]))).toMatchObject([
      { items: ["voice-0"] },
      { rest: "Nu noget andet" },
      { items: ["voice-1"] },
    ]);
  });
});
