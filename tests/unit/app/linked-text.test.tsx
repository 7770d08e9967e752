/** Which digits of a text are a telephone number that can be called. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LinkedText } from "../../../app/components/player/linked-text";

const drawn = (text: string) => renderToStaticMarkup(<LinkedText text={text} />);
const numbersIn = (text: string) => [...drawn(text).matchAll(/tel:(\d+)/g)].map(([, number]) => number);
const wordsOf = (text: string) => drawn(text).replaceAll(/<[^>]+>/g, "");

it.each([
  ["Ring 116 111.", ["116111"]],
  ["116111", ["116111"]],
  ["\u2066116 111\u2069 eller 12 34 56 78", ["116111", "12345678"]],
  ["(116 111)", ["116111"]],
  ["116111/12345678", ["116111", "12345678"]],
  ["12345678", ["12345678"]],
  ["9116 111", []],
  ["123456789", []],
  ["1161112", []],
  ["kl. 12 34", []],
])("%s", (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

it("keeps every word around them", () => {
  expect(wordsOf("Ring (116 111), eller 12 34 56 78!")).toBe("Ring (116\u00a0111), eller 12\u00a034\u00a056\u00a078!");
});
