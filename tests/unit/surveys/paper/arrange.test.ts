import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "#surveys/paper/arrange";
import type { Paper, PaperItem, Scale } from "#surveys/paper/paper";

const item = (type: Scale, index: number, values: string[]): PaperItem => ({
  name: `${type}-${index}`,
  type,
  theme: "voice",
  question: "?",
  choices: values.map((value) => ({ value, label: value, sound: `/${value}.mp3` })),
});
const items = [
  ...Array.from({ length: 7 }, (_, index) => item("two-pictures", index, ["a", "b"])),
  ...(["three-pictures", "options", "faces", "again", "two-step"] as const).map((type) =>
    item(type, 0, ["a", "b", "c"]),
  ),
  ...(["ladder", "tokens"] as const).map((type) => item(type, 0, ["0", "1", "2"])),
  item("choose-pictures", 0, ["a", "b", "c", "d"]),
];
const paper: Paper = {
  survey: "s",
  version: 1,
  form: "6-9",
  locale: "da",
  dir: "ltr",
  title: "t",
  about: "a",
  items,
  pages: items.map(({ name }) => ({ items: [name] })),
};
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const orders = (seeded: number, ...types: Scale[]) =>
  arrange(paper, seeded)
    .items.filter(({ type }) => types.includes(type))
    .map(({ choices }) => choices.map(({ value }) => value).join(""));

describe("the order of answers", () => {
  it("is the same for the same seed, and keeps every answer with its sound", () => {
    fc.assert(
      fc.property(seed, (seeded) => {
        expect(arrange(paper, seeded)).toEqual(arrange(paper, seeded));
        arrange(paper, seeded).items.forEach(({ choices }, index) => {
          expect(new Set(choices)).toEqual(new Set(paper.items[index]?.choices));
        });
      }),
    );
  });

  it("turns half of the pairs round, in every paper", () => {
    fc.assert(
      fc.property(seed, (seeded) => {
        expect([3, 4]).toContain(orders(seeded, "two-pictures").filter((order) => order === "ba").length);
      }),
    );
  });

  it("turns all ordered scales of a child or none, and leaves steps and stones as they are", () => {
    fc.assert(
      fc.property(seed, (seeded) => {
        const ordered = orders(seeded, "three-pictures", "options", "faces", "again", "two-step");
        expect(["abc", "cba"]).toContain(ordered[0]);
        expect(new Set(ordered).size).toBe(1);
        expect(orders(seeded, "ladder", "tokens")).toEqual(["012", "012"]);
        expect("abcdabcd").toContain(orders(seeded, "choose-pictures")[0]);
      }),
    );
  });

  it("favours no place: over many seeds each answer stands first as often", () => {
    const seeds = Array.from({ length: 2000 }, (_, index) => index * 2_654_435);
    const first = (one: string) => seeds.filter((seeded) => orders(seeded, "choose-pictures")[0]?.[0] === one).length;
    for (const one of "abcd") expect(Math.abs(first(one) - 500)).toBeLessThan(100);
    const turned = seeds.filter((seeded) => orders(seeded, "options")[0] === "cba").length;
    expect(Math.abs(turned - 1000)).toBeLessThan(120);
    for (let at = 0; at < 7; at += 1) {
      const flipped = seeds.filter((seeded) => orders(seeded, "two-pictures")[at] === "ba").length;
      expect(Math.abs(flipped - 1000)).toBeLessThan(120);
    }
  });
});
