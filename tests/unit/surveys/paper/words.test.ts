/** The words around papers: complete in every language, with the same gaps to fill, and promises in all of them. */
import { describe, expect, it } from "vitest";
import type { LabelCode } from "#surveys/disclosure/labels";
import { labelSentences } from "#surveys/disclosure/labels";
import { dayAndMonth } from "#surveys/paper/day";
import { LANGUAGES } from "#surveys/paper/language";
import { childWords, playerWords } from "#surveys/paper/words/child-words";
import { TROUBLES, fillWords } from "#surveys/paper/words/words";

function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
}

const gaps = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([gap]) => gap).sort();
const danish = texts(childWords("da"));

describe.each(LANGUAGES)("the words in %s", (language) => {
  const own = new Map(texts(childWords(language)));

  it("are all there, and leave the same gaps", () => {
    expect([...own.keys()].sort()).toEqual(danish.map(([path]) => path).sort());
    for (const [path, text] of danish) {
      expect(own.get(path)?.trim(), path).toBeTruthy();
      expect(gaps(own.get(path) ?? ""), path).toEqual(gaps(text));
    }
  });

  it("are signed only where somebody who speaks it has", () => {
    expect(childWords(language).reviewed).toBe(language === "da" || language === "en");
  });

  it("have every trouble and every promise", () => {
    for (const trouble of TROUBLES) expect(childWords(language).door.troubles[trouble].title).toBeTruthy();
    const until = new Date("2026-03-20T12:00:00Z");
    for (const code of ["counters", "anonymous", "confidential", "named"] satisfies LabelCode[]) {
      const words = labelSentences({ code, until }, { locale: language, audience: "child" });
      expect(words.title && words.helperSentence && words.sentences.length).toBeTruthy();
      expect([words.title, ...words.sentences].join()).not.toMatch(/[{}]/);
      if (code === "confidential") expect(words.title).toContain(dayAndMonth(until, language));
    }
  });
});

it("let an observer say that a sign could not be seen, and children that they will not answer", () => {
  expect(playerWords("0-2", "da").declined).toBe("Kunne ikke ses");
  expect(playerWords("3-5", "da").declined).toBe("Vil ikke svare");
});

it("puts values into the gaps, as text, once", () => {
  expect(fillWords("{0} af {1}", 2, "{0}")).toBe("2 af {0}");
  expect(fillWords("{7}", 2)).toBe("{7}");
});

it("writes days with the digits a child knows from its card, never broken", () => {
  for (const language of LANGUAGES) expect(dayAndMonth(new Date("2026-03-20T12:00:00Z"), language)).toMatch(/20/);
  expect(dayAndMonth(new Date("2026-03-20T12:00:00Z"), "da")).toBe("20.\u00a0marts");
});
