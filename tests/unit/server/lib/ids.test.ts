/** Secrets are long enough, in alphabets a person can read, and spread evenly. */
import { expect, it } from "vitest";
import { newCardSecret, newGroupCode, newId, newPassword, newResultCode, newToken } from "../../../../server/lib/ids";
import { drawLetters, drawPictures } from "../../../../server/keys/rules";
import { pick } from "../../../../server/lib/ids";
import { parseKey } from "../../../../server/responses/contract";

it.each([
  ["an id", newId, /^[0-9a-f]{32}$/],
  ["a card's secret", newCardSecret, /^[0-9a-hjkmnp-tv-z]{26}$/],
  ["a group's code", newGroupCode, /^[0-9a-hjkmnp-tv-z]{10}$/],
  ["an institution's code in a round", newResultCode, /^[0-9a-hjkmnp-tv-z]{10}$/],
  ["a password", newPassword, /^([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/],
  ["a token", newToken, /^[\w-]{43}$/],
] as const)("%s has its form, and none comes twice", (_name, make, form) => {
  const made = Array.from({ length: 500 }, () => make());
  for (const one of made) expect(one).toMatch(form);
  expect(new Set(made).size).toBe(500);
});

it("every character of a card's secret varies in every place but the first, which carries three bits", () => {
  const made = Array.from({ length: 3000 }, newCardSecret);
  for (let place = 0; place < 26; place += 1)
    expect(new Set(made.map((secret) => secret[place])).size).toBe(place === 0 ? 8 : 32);
});

it("what is drawn for a child is what a child can bring", () => {
  for (let time = 0; time < 200; time += 1) {
    expect(parseKey(`0123456789/${drawPictures(pick)}`)?.kind).toBe("group");
    expect(parseKey(`0123456789/${drawLetters(pick)}`)?.kind).toBe("group");
    expect(parseKey(newCardSecret())?.kind).toBe("card");
  }
});
