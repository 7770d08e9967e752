/** A sentence that children may be told of a result is played as two files, and both are there. */
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { endings } from "../../../../surveys/bank/endings";
import { showingOf } from "../../../../surveys/bank/showing";
import { narrationUrl } from "../../../../surveys/narration/narration";
import { shippedNarrations } from "../../../../surveys/narration/shipped";
import { SAID_WORDS } from "../../../../surveys/results/said-words";

const shown = Object.entries(endings).filter(([item]) => showingOf(item) !== "never");

function silentIn(language: "da" | "en", texts: readonly string[]): string[] {
  return texts.filter((text) => {
    const url = narrationUrl(shippedNarrations, language, text);
    return !url || !existsSync(`public${url}`);
  });
}

it.each(["da", "en"] as const)("has a file for how many, in %s", (locale) => {
  expect(silentIn(locale, Object.values(SAID_WORDS[locale]))).toEqual([]);
});

it.each(["da", "en"] as const)("has a file for each end of a sentence that may be shown, in %s", (locale) => {
  const texts = shown.flatMap(([item, { favourable, opposite, forms }]) =>
    [{ favourable, opposite }, ...Object.values(forms)].flatMap((one) => [
      ...(one.favourable ? [`${one.favourable[locale]}.`] : []),
      ...(one.opposite && showingOf(item) === "board" ? [`${one.opposite[locale]}.`] : []),
    ]),
  );
  expect(texts.length).toBeGreaterThan(20);
  expect(silentIn(locale, texts)).toEqual([]);
});
