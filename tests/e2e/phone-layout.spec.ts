/**
 * Phones from 320 px: on every page of a child's way no word lies under a loudspeaker, and nothing can be pushed sideways.
 * Here three languages (the first one, the one of the longest words, the one of the tallest letters) have every page of the
 * way at one phone by turns, and every other door; all seven at all phones is `tests/deep-browser/phone-way.spec.ts`. Every item of the bank is in `fair-layout.spec.ts`.
 */
import { expect } from "@playwright/test";
import { test } from "../support/browser-test";
import { DOORS, lookAtDoors, lookAtWay, looker, PHONES } from "../support/phone-way";

const LANGUAGES = ["da", "pl", "ur"] as const;

for (const [row, language] of LANGUAGES.entries())
  test(`a child's way and its doors fit a phone, in ${language}`, async ({ page, papersSite: site }) => {
    const { faults, look } = looker(page, (turn) => PHONES.filter((_, at) => at === (row + turn) % PHONES.length));
    const doors = DOORS.filter((_, at) => (at + row) % 2 === 0);
    await lookAtDoors(page, { site, language, doors, look });
    await lookAtWay(page, { site, language, look });
    expect(faults).toEqual([]);
  });
