/** Every fixed text a child can meet in Danish and English has a sound of just these words, in a file that can be played. */
import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { childPapers } from "#surveys/engine/child-papers";
import { narrationUrl, NARRATION_SOURCES, soundsFor } from "#surveys/narration/narration";
import type { Narration, NarrationManifest } from "#surveys/narration/narration";
import { shippedNarrations } from "#surveys/narration/shipped";
import { aroundDate } from "#surveys/narration/spoken-dates";
import { spokenTexts } from "#surveys/narration/spoken-texts";
import { dayAndMonth } from "#surveys/paper/day";
import { labelSentences } from "#surveys/labels/labels";
import { readMp3 } from "../../../support/mp3";

const MOST_BYTES = 16 * 1024 * 1024;
const MOST_KILOBITS = { synthetic: 24, recorded: 64 } as const;
const ON_DISK = "public/narration";
const SPOKEN = ["da", "en"] as const;

describe.each(SPOKEN)("%s", (language) => {
  const texts = [...new Set(spokenTexts(language, childPapers(language)).map(({ text }) => text))];

  it("has a sound for every text of papers, players, doors and promises", () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => narrationUrl(shippedNarrations, language, text) === undefined)).toEqual([]);
  });

  it("ships no sound of words that nobody is told any more", () => {
    const known = new Set(texts);
    expect(Object.keys(shippedNarrations[language] ?? {}).filter((text) => !known.has(text))).toEqual([]);
  });

  it("says a promise with any day of the year", () => {
    const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day, 12)));
    const silent = days.flatMap((until) => {
      const { title, sentences } = labelSentences(
        { code: "confidential", until },
        { locale: language, audience: "child" },
      );
      const sounds = soundsFor(shippedNarrations, language, title, sentences);
      return [title ?? "", ...sentences].filter((text) => !sounds[text]);
    });
    expect(silent).toEqual([]);
  });
});

const files = SPOKEN.flatMap((language) =>
  Object.entries(shippedNarrations[language] ?? {}).map(([text, narration]) => ({ text, ...narration })),
);

/** Slower than any voice speaks, and faster than any: what lies outside has been cut off or holds something else. */
function faultOf({ text, file, source }: Narration & { readonly text: string }): string | undefined {
  const { isMono, kilobits, seconds } = readMp3(readFileSync(`${ON_DISK}/${file}`));
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "").length;
  if (!isMono) return "not mono";
  if (kilobits > MOST_KILOBITS[source]) return `${kilobits} kbit/s`;
  if (seconds < 0.15 + letters * 0.03) return `${seconds} s are too few for ${letters} letters`;
  return seconds > 2 + letters * 0.2 ? `${seconds} s are too many for ${letters} letters` : undefined;
}

describe("the files", () => {
  it("can be played: mp3, mono, of few bits, as long as their words take", () => {
    const faults = files.flatMap((one) => {
      const fault = faultOf(one);
      return fault ? [`${one.file} “${one.text}”: ${fault}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it("are together small enough for the repository", () => {
    expect(files.reduce((sum, { file }) => sum + statSync(`${ON_DISK}/${file}`).size, 0)).toBeLessThanOrEqual(
      MOST_BYTES,
    );
  });

  it("say where their voice comes from", () => {
    for (const { source } of files) expect(NARRATION_SOURCES).toContain(source);
  });
});

const old: NarrationManifest = {
  da: Object.fromEntries(
    ["Er du tryg?", "Den", "ottende", "marts", "hører du mere"].map((text, at) => [
      text,
      { file: `${at}.mp3`, source: "recorded" },
    ]),
  ),
};

describe("a text", () => {
  it("that has been changed since it was read has no sound, nor has one of another language", () => {
    expect(narrationUrl(old, "da", "Er du tryg?")).toBe("/narration/0.mp3");
    expect(narrationUrl(old, "da", "Er du tryg her?")).toBeUndefined();
    expect(narrationUrl(old, "en", "Er du tryg?")).toBeUndefined();
    expect(narrationUrl(old, "da", "constructor")).toBeUndefined();
  });

  it("with a date is said in parts, or not at all where one is missing", () => {
    const on = (month: number) => `Den ${dayAndMonth(new Date(Date.UTC(2026, month, 8)), "da")} hører du mere`;
    const urls = ["1", "2", "3", "4"].map((name) => `/narration/${name}.mp3`);
    expect(soundsFor(old, "da", on(2), on(3))).toEqual({ [on(2)]: urls });
  });

  it.each([
    ["da", "Fortroligt – bliver anonymt 1. maj", ["Fortroligt – bliver anonymt", "første", "maj"]],
    ["en", "On 31 December you will hear", ["On", "thirty-first", "December", "you will hear"]],
    ["da", "Vælg op til 3.", undefined],
    ["ar", "8 مارس", undefined],
  ] as const)("in %s, “%s”, is taken apart around its date", (language, text, parts) => {
    expect(aroundDate(text, language)).toEqual(parts);
  });
});
