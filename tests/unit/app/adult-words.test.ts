/** The words of adults' pages: what a class is asked is about what happens, and whole sentences begin with a capital. */
import { describe, expect, it } from "vitest";
import { da } from "~/i18n/words-da";
import { en } from "~/i18n/words-en";

type Texts = { readonly [key: string]: string | readonly string[] | Texts };

const textsOf = (words: Texts): string[] =>
  Object.values(words).flatMap((one) => {
    if (typeof one === "string") return [one];
    return Array.isArray(one) ? (one as readonly string[]) : textsOf(one as Texts);
  });

describe("what a leader is given to ask a class", () => {
  const asks = [da, en].flatMap(({ themes }) => Object.values(themes).flatMap(({ ask }) => ask));

  it("never asks for children, nor who is left out", () => {
    expect(asks.length).toBe(24);
    expect(
      asks.filter((ask) => /(?<!\p{L})(?:hvem|hvilke[nt]? (?:barn|børn)|who|whom|which child)/iu.test(ask)),
    ).toEqual([]);
  });
});

it("a whole sentence after a colon begins with a capital letter in Danish; a list does not", () => {
  const LIST = da.admin.failed["round.incomplete"];
  const small = textsOf(da).filter((text) => text !== LIST && /: \p{Ll}[^:]*\.$/u.test(text));
  expect(small).toEqual([]);
});
