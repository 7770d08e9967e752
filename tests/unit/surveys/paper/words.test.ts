/** The words around papers: complete in every language, with the same gaps to fill, and promises in all of them. */
import { describe, expect, it } from "vitest";
import type { LabelCode } from "#surveys/labels/labels";
import { labelSentences } from "#surveys/labels/labels";
import labelWords from "../../../../surveys/labels/child-label-words.json" with { type: "json" };
import { dayAndMonth } from "#surveys/paper/day";
import { LANGUAGES, directionOf } from "#surveys/paper/language";
import { childWords, playerWords } from "#surveys/paper/words/child-words";
import { TROUBLES, fillWords } from "#surveys/paper/words/words";

function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
}

const gaps = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([gap]) => gap).sort();
/** First Strong and Left-to-Right Isolate … Pop (Unicode UAX 9), around what would turn round within Arabic letters. */
const ISOLATED = /[\u2066\u2068][^\u2069]*\u2069/g;
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

  it("isolate every number, date and name within text from right to left", () => {
    if (directionOf(language) === "ltr") return;
    const promises = texts(labelWords[language]);
    for (const [path, text] of [...own, ...promises])
      expect(text.replaceAll(ISOLATED, ""), path).not.toMatch(/\{\d\}|\d/);
  });

  it("tell nobody below ten years to phone, and everybody how to find an adult", () => {
    for (const form of ["3", "3-5", "6-9", "10-12", "13-18"] as const) {
      const { help } = playerWords(form, language);
      expect(help.sentences.length).toBe(2);
      expect(help.phone?.number).toBe(form === "10-12" || form === "13-18" ? "116 111" : undefined);
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
