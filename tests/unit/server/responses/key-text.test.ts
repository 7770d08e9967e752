/** However a key is spelled, it is the same key; and no spelling of one key is another. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOf,
  canonicalKey,
  formatKey,
  parseGroupCode,
  parseKey,
  readPlace,
} from "../../../../server/responses/contract";
import type { Place } from "../../../../server/responses/contract";
import { hashedText } from "../../../../server/keys/rules";
import { LETTER_ALPHABET } from "../../../../server/responses/contract";
import { KEY_THINGS } from "../../../../surveys/pictures/key-things";

const SECRET = "7bqr2nnctfk9nyyyvzqb4tj01v";
const CODE = "0123456789";
const card = { kind: "card", secret: SECRET } as const;
const door = { kind: "door", groupCode: CODE } as const;
const own = (text: string) => ({ kind: "group", groupCode: CODE, own: text }) as const;

describe("one key, spelled", () => {
  it.each([
    ["as it is", SECRET],
    ["in capitals", SECRET.toUpperCase()],
    ["with spaces and hyphens", "7BQR 2NNC-TFK9 NYYY–VZQB 4TJ01V"],
    ["with o, i, l and u", "7bqr2nnctfk9nyyyvzqb4tjoiu"],
    ["with O, L and a slashed zero", "7BQR2NNCTFK9NYYYVZQB4TJØLV"],
    ["on a Turkish keyboard", "7bqr2nnctfk9nyyyvzqb4tj0ıv"],
    ["with a Turkish capital", "7BQR2NNCTFK9NYYYVZQB4TJ0İV"],
    ["in full width", "７ｂｑｒ２ｎｎｃｔｆｋ９ｎｙｙｙｖｚｑｂ４ｔｊ０１ｖ"],
    ["with Arabic digits", "٧bqr٢nnctfk٩nyyyvzqb٤tj٠١v"],
    ["with letters of Ukrainian", "7bqr2nnсtfк9nуyyvzqb4tj01v"],
    ["with invisible letters", `\u200b7bqr2nn\u00adctfk9nyyy\ufeffvzqb4tj01v\u200e`],
    ["with hard spaces", `\u00a0${SECRET}\u202f`],
    ["before a full stop", `${SECRET}.`],
    ["in brackets", `(${SECRET})`],
    ["in a mail", `<https://lyt.example.dk/svar/${SECRET}>`],
    ["in quotes", `»${SECRET}«`],
    ["in a sentence's end", `${SECRET}?!…`],
    ["as a link", `https://lyt.example.dk/svar/${SECRET}`],
    ["as a link in capitals", `HTTPS://LYT.EXAMPLE.DK/SVAR/${SECRET.toUpperCase()}`],
    ["as a link without its scheme", `lyt.example.dk/svar/${SECRET}/`],
    ["as a link of the door it was typed at", `https://lyt.example.dk/svar?lang=da&kode=${SECRET}`],
    ["as a link with a query", `https://lyt.example.dk/svar/${SECRET}?lang=ar&fbclid=Ab1`],
    ["as a link with a fragment", `https://lyt.example.dk/svar/${SECRET}#:~:text=hej`],
    ["as a link in a link", `https://safe.example/?url=https%3A%2F%2Flyt.dk%2Fsvar%2F${SECRET}&data=05%7C02`],
    ["as a link in Markdown", `[kort](https://lyt.dk/svar/${SECRET})`],
    ["as a link in HTML", `<a href="https://lyt.dk/svar/${SECRET}">https://lyt.dk/svar/${SECRET}</a>`],
    ["as a link in a message", `Kære Bo, https://lyt.dk/svar/${SECRET}. Hilsen Anne :D`],
    ["escaped", `https%253A%252F%252Flyt.dk%252Fsvar%252F${SECRET}%252F`],
    ["with an escape that is no text", `${SECRET}%ff`],
    ["with an entity", `${SECRET}&nbsp;`],
    ["with doubled slashes", `https://lyt.dk//svar//${SECRET}//`],
    ["with backslashes", `https:\\\\lyt.dk\\svar\\${SECRET}`],
  ])("%s", (_how, text) => expect(readPlace(text)).toEqual(card));

  it.each([
    [`${CODE}/fox.bicycle.octopus`, "fox.bicycle.octopus"],
    [`g/${CODE}/Fox.Bicycle.Octopus.`, "fox.bicycle.octopus"],
    [`https://lyt.dk/svar/g/${CODE}/soccer-ball.hot-dog.lady-beetle?lang=da`, "soccer-ball.hot-dog.lady-beetle"],
    [`${CODE}/fox, bicycle, octopus`, "fox.bicycle.octopus"],
    [`${CODE}/bcd fgh`, "BCDFGH"],
    [`${CODE} BCDFGH`, "BCDFGH"],
    [`oi23456789bcdfgh.`, "BCDFGH"],
    [`oi234-56789/B.C.D.F-G.H!`, "BCDFGH"],
    [`https://lyt.dk/SVAR/G/O1234%2056789/bcdfgh).`, "BCDFGH"],
    [`${CODE}/825s6u`, "BZSSGV"],
  ])("%s", (text, expected) => expect(parseKey(text)).toEqual(own(expected)));

  it.each([CODE, "01234 56789.", "OL234-56789", `https://lyt.dk/svar/g/${CODE}?letters=`, `/svar/G/${CODE}/`])(
    "%s is the door of a group",
    (text) => {
      expect(readPlace(text)).toEqual(door);
      expect(parseGroupCode(text)).toBe(CODE);
      expect(parseKey(text)).toBeUndefined();
    },
  );

  it.each([
    "",
    " ",
    ".",
    "svar",
    "/svar/",
    "what-are-these",
    `${SECRET}0`,
    SECRET.slice(1),
    `${SECRET}å`,
    `${SECRET}/x`,
  ])("%j is no key", (text) => {
    expect(readPlace(text)).toBeUndefined();
    expect(canonicalKey(text)).toBe(text);
  });
  it.each([`${CODE}/fox.fox`, `${CODE}/fox.fox.fox.fox`, `${CODE}/BCDFG`, `${CODE}/BCDFGA`, `${CODE}/BCDFGH/x`])(
    "%s is no key behind a group's link",
    (text) => expect(readPlace(text)).toBeUndefined(),
  );
});

const letterOf = (alphabet: string) => fc.constantFrom(...alphabet);
const code = (length: number) =>
  fc
    .array(letterOf("0123456789abcdefghjkmnpqrstvwxyz"), { minLength: length, maxLength: length })
    .map((l) => l.join(""));
const letters = fc.array(letterOf(LETTER_ALPHABET), { minLength: 6, maxLength: 6 }).map((list) => list.join(""));
const pictures = fc.array(fc.constantFrom(...KEY_THINGS), { minLength: 3, maxLength: 3 }).map((list) => list.join("."));
const place: fc.Arbitrary<Place> = fc.oneof(
  code(26).map((secret) => ({ kind: "card", secret }) as const),
  code(10).map((groupCode) => ({ kind: "door", groupCode }) as const),
  fc
    .tuple(code(10), fc.oneof(letters, pictures))
    .map(([groupCode, ownText]) => ({ kind: "group", groupCode, own: ownText }) as const),
);

const ALIKE: Readonly<Record<string, string>> = { 0: "oOøØ", 1: "iIlLıİ", v: "uU" };
const INSIDE = ["", "", "", "", " ", "-", "–", "\u00ad", "\u200b", "\u00a0", "\u2060", "."];
const BEFORE = [
  "",
  " ",
  "\ufeff",
  "(",
  "[",
  "<",
  '"',
  "»",
  "„",
  "\t",
  "\u200f",
  "%20",
  "https://lyt.dk",
  "HTTP://X.DK:80//",
];
const AFTER = [
  "",
  ".",
  ",",
  ")",
  "]",
  ">",
  '"',
  "»",
  "!",
  "?",
  ";",
  ":",
  "…",
  " ",
  "\n",
  "\u200b",
  "%20",
  "/",
  "?lang=da",
  "#x",
];

/** Each letter spelled another way, with what may stand between two. */
function noisy(text: string, pick: (list: readonly string[]) => string, isCode: boolean): string {
  return [...text]
    .map((letter) => {
      const same = isCode ? [...(ALIKE[letter] ?? letter)] : [letter];
      const spelled = pick([letter, letter, letter.toUpperCase(), ...same]);
      const width = pick(["as it is", "as it is", "full"]);
      const wide = width === "full" && /[!-~]/.test(spelled) && /[a-z0-9]/i.test(spelled);
      return (wide ? String.fromCharCode(spelled.charCodeAt(0) + 0xfee0) : spelled) + pick(INSIDE);
    })
    .join("");
}

function spelledAnyhow(one: Place, pick: (list: readonly string[]) => string): string {
  const before = pick(BEFORE);
  const svar = before.includes("/") ? pick(["/svar/", "/SVAR/", "//Svar//"]) : pick(["", "svar/", "/svar/"]);
  const inner =
    one.kind === "card"
      ? noisy(one.secret, pick, true)
      : pick(["", "g/", "G/", "g//"]) +
        noisy(one.groupCode, pick, true) +
        (one.kind === "group" ? pick(["/", "//", "%2F"]) + noisy(one.own, pick, false) : "");
  return before + svar + inner + pick(AFTER) + pick(AFTER);
}

it("any key with capitals, additions, gaps and look-alikes is that key, and is hashed as that key", () => {
  fc.assert(
    fc.property(place, fc.gen(), (one, gen) => {
      const text = spelledAnyhow(one, (list) => gen(fc.constantFrom, ...list));
      expect(readPlace(text), text).toEqual(one);
      expect(readPlace(addressOf(one))).toEqual(one);
      if (one.kind === "door") return;
      expect(canonicalKey(text)).toBe(formatKey(one));
      expect(hashedText(parseKey(text) ?? one)).toBe(hashedText(one));
    }),
    { numRuns: 2000 },
  );
});

it("whatever is read has one spelling, and reading that changes nothing", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...`${SECRET}/G%2.oOlu å`) }));
  fc.assert(
    fc.property(text, (any) => {
      const read = readPlace(any);
      if (read) expect(readPlace(addressOf(read))).toEqual(read);
      expect(canonicalKey(canonicalKey(any))).toBe(canonicalKey(any));
    }),
    { numRuns: 500 },
  );
});
