/** A translation is stale when the Danish has changed since somebody read both; the shipped ones are not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bank } from "#surveys/bank/bank";
import { danishTexts, TRANSLATED } from "#surveys/translations/danish-texts";
import type { DanishText, Translated } from "#surveys/translations/danish-texts";
import { hashText } from "#surveys/translations/hash-text";
import { signedTranslations } from "#surveys/translations/signed";
import { sign, staleTranslations } from "#surveys/translations/stale";
import type { Signed, SignedIn } from "#surveys/translations/stale";

const texts = danishTexts();
const keysOf = (stale: ReturnType<typeof staleTranslations>) => stale.map(({ language, key }) => `${language} ${key}`);

it("of what is shipped, somebody has read every translation beside the Danish of today", () => {
  expect(keysOf(staleTranslations(texts, signedTranslations))).toEqual([]);
});

it("nothing is signed that is not there", () => {
  for (const language of TRANSLATED) {
    const there = texts.filter(({ languages }) => languages.includes(language)).map(({ key }) => key);
    expect(Object.keys(signedTranslations[language]).toSorted()).toEqual(there.toSorted());
  }
});

describe("the texts", () => {
  const keys = texts.map(({ key }) => key);

  it("have a key of their own each", () => {
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("are all forms of all items, their pictures, answer sets, words, promises and surveys' own", () => {
    const forms = bank.flatMap(({ name, forms: asked }) => Object.keys(asked).map((form) => `item/${name}/${form}`));
    expect(keys).toEqual(expect.arrayContaining(forms.flatMap((key) => [key, `${key}/pictures`])));
    expect(keys).toEqual(
      expect.arrayContaining([
        "set/amount",
        "words/player.stop",
        "label/confidential.told",
        "survey/trivsel-1/about.3",
        "survey/trivsel-1/support.3",
      ]),
    );
  });

  it("hold question, answers and places, whichever changes", () => {
    const textOf = (key: string) => texts.find((text) => text.key === key)?.danish.split("\n") ?? [];
    const glad = bank.find(({ name }) => name === "glad")?.forms["6-9"]?.wording.da;
    const labels = Object.values(glad?.answers ?? {}).map(({ label }) => label);
    expect(textOf("item/glad/6-9")).toEqual(expect.arrayContaining([glad?.question, ...labels]));
    const places = Object.values(
      bank.find(({ name }) => name === "best-place")?.forms["6-9"]?.wording.da?.places ?? {},
    );
    expect(places.length).toBeGreaterThan(1);
    expect(textOf("item/best-place/6-9")).toEqual(expect.arrayContaining(places));
  });
});

describe("a made-up text", () => {
  const glad: DanishText = { key: "item/glad/3", danish: "Er du glad?", languages: ["en", "ar"] };
  const help: DanishText = { key: "item/help/3", danish: "Får du hjælp?", languages: ["en"] };
  const asked = [glad, help];
  const nothing = Object.fromEntries(TRANSLATED.map((language) => [language, {}])) as Record<Translated, Signed>;
  const signedBy = (language: Translated, ...names: string[]): SignedIn => ({
    ...nothing,
    [language]: sign(asked, nothing[language], language, names),
  });

  it("that nobody has signed is stale in every language it is written in, and in no other", () => {
    const stale = staleTranslations(asked, nothing);
    expect(keysOf(stale)).toEqual(["en item/glad/3", "en item/help/3", "ar item/glad/3"]);
    expect(stale[0]?.message).toBe("nobody has read it beside the Danish");
  });

  it("is fresh when it is signed, and stale as soon as the Danish changes", () => {
    const signed = signedBy("en");
    expect(keysOf(staleTranslations(asked, signed))).toEqual(["ar item/glad/3"]);
    const [changed] = staleTranslations([{ ...glad, danish: "Hvordan har du det?" }, help], signed);
    expect(changed).toMatchObject({ language: "en", key: "item/glad/3", message: "the Danish has changed since" });
    expect(changed?.danish).toBe("Hvordan har du det?");
  });

  it("is signed by its item's name, by what its key begins with, and alone", () => {
    for (const name of ["glad", "item/glad", "item/glad/3"])
      expect(Object.keys(signedBy("en", name).en)).toEqual(["item/glad/3"]);
    expect(Object.keys(signedBy("en", "item").en)).toEqual(["item/glad/3", "item/help/3"]);
    expect(Object.keys(signedBy("en", "gla").en)).toEqual([]);
  });

  it("that is gone leaves no signature, and what was not named keeps its own, even a stale one", () => {
    const before: Signed = { "item/gone/3": "x", "item/help/3": "old" };
    expect(sign(asked, before, "en", ["glad"])).toEqual({
      "item/glad/3": hashText(glad.danish),
      "item/help/3": "old",
    });
  });
});

it("another text has another hash, and the same text the same", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(hashText(one)).toMatch(/^[0-9a-z]{11}$/);
      expect(hashText(one) === hashText(other)).toBe(one === other);
    }),
  );
  expect(new Set(texts.map(({ danish }) => hashText(danish))).size).toBe(
    new Set(texts.map(({ danish }) => danish)).size,
  );
});
