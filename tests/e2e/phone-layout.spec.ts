/**
 * Phones from 320 px, in all seven languages: on every page of a child's way no word lies under a loudspeaker, and nothing
 * can be pushed sideways. Here each language has every page of the way at one phone by turns, and every other door; all of
 * them at all phones is `tests/deep-browser/phone-way.spec.ts`. Every item of the bank is in `fair-layout.spec.ts`.
 */
import { expect } from "@playwright/test";
import { LANGUAGES } from "../../surveys/paper/language";
import { test } from "../support/browser-test";
import { DOORS, lookAtDoors, lookAtWay, looker, PHONES } from "../support/phone-way";

for (const [row, language] of LANGUAGES.entries())
  test(`a child's way and its doors fit a phone, in ${language}`, async ({ page, papersSite: site }) => {
    const { faults, look } = looker(page, (turn) => PHONES.filter((_, at) => at === (row + turn) % PHONES.length));
    const doors = DOORS.filter((_, at) => (at + row) % 2 === 0);
    await lookAtDoors(page, { site, language, doors, look });
    await lookAtWay(page, { site, language, look });
    expect(faults).toEqual([]);
  });
