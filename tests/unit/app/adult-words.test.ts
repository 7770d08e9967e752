/** The words of adults' pages: whole sentences begin with a capital. */
import { expect, it } from "vitest";
import { da } from "~/i18n/words-da";

type Texts = { readonly [key: string]: string | readonly string[] | Texts };

const textsOf = (words: Texts): string[] =>
  Object.values(words).flatMap((one) => {
    if (typeof one === "string") return [one];
    return Array.isArray(one) ? (one as readonly string[]) : textsOf(one as Texts);
  });

it("a whole sentence after a colon begins with a capital letter in Danish; a list does not", () => {
  const LIST = da.admin.failed["round.incomplete"];
  const small = textsOf(da).filter((text) => text !== LIST && /: \p{Ll}[^:]*\.$/u.test(text));
  expect(small).toEqual([]);
});
