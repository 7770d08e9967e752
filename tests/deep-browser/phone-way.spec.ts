/** Every page of a child's way and every door, in all seven languages, at every phone. Short: `tests/e2e/phone-layout.spec.ts`. */
import { expect } from "@playwright/test";
import { LANGUAGES } from "../../surveys/paper/language";
import { test } from "../support/browser-test";
import { DOORS, lookAtDoors, lookAtWay, looker, PHONES } from "../support/phone-way";

for (const language of LANGUAGES)
  test(`a child's way and all its doors fit every phone, in ${language}`, async ({ page, papersSite: site }) => {
    const { faults, look } = looker(page, () => PHONES);
    await lookAtDoors(page, { site, language, doors: DOORS, look });
    await lookAtWay(page, { site, language, look });
    expect(faults).toEqual([]);
  });
