/** The name under which an export is kept: what it is, of whom and when, with nothing a file system or a shell takes amiss. */
import { textIn } from "#surveys/paper/local-text";
import type { Release } from "../releases/contract";
import type { ExportFormat, SheetName, Wanted } from "./contract";
import { editionWord, sheetWord } from "./contract";
import { plainCell } from "./plain-cell";

const MOST_OF_A_NAME = 60;

/** Letters and digits of any script; everything else becomes one hyphen. */
const wordsOf = (text: string): string =>
  [
    ...plainCell(text)
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-"),
  ]
    .slice(0, MOST_OF_A_NAME)
    .join("")
    .replace(/^[-\p{M}]+|-+$/gu, "");

export interface Named extends Pick<Wanted, "edition" | "locale"> {
  readonly format: ExportFormat;
  readonly sheet: SheetName;
  readonly isInvented: boolean;
}

export function fileNameOf(release: Release, { edition, locale, format, sheet, isInvented }: Named): string {
  const parts = [
    "lyt-højt",
    wordsOf(release.institutionName) || wordsOf(release.institutionId),
    wordsOf(textIn(release.roundTitle, locale)) || wordsOf(release.roundId),
    editionWord(edition),
    ...(sheet === "figures" ? [] : [sheetWord(sheet)]),
    ...(isInvented ? ["opdigtet"] : []),
  ];
  return `${parts.filter(Boolean).join("-")}.${format}`;
}

const DANISH: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa", Æ: "Ae", Ø: "Oe", Å: "Aa" };

/** In the letters every browser takes in a header. */
function asciiName(name: string): string {
  const spelled = name.replace(/[æøåÆØÅ]/g, (letter) => DANISH[letter] ?? "");
  const plain = spelled.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/[^A-Za-z0-9.]+/g, "-").replace(/-+(?=\.|$)/g, "");
}

/** RFC 6266: the plain name for who knows no other, and the whole one. */
export function contentDisposition(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded}`;
}
