/** One row of a spreadsheet as what it says of an institution and a group, or what is wrong with it. Pure. */
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Controller, ImportRow, Institution, InstitutionKind, RowFault, RowNote } from "./contract";
import { CONTROLLERS, INSTITUTION_KINDS, MOST, hasCpr } from "./contract";
import { inOrder, plainName } from "./rules";
import { bandOfGrade, gradeOf } from "./school-year";

interface ReadGroup {
  readonly name: string;
  readonly band?: FormName;
  readonly childCount?: number;
  readonly isSpecialClass?: boolean;
}

/** What a row says; what it does not say is absent. */
export interface ReadRow {
  readonly row: number;
  readonly area?: string;
  readonly institution: Partial<Omit<Institution, "id" | "areaId" | "kinds">> & {
    readonly kinds?: readonly InstitutionKind[];
  };
  readonly group?: ReadGroup;
  readonly notes: readonly RowNote[];
}

const KIND_WORDS: readonly (readonly [RegExp, InstitutionKind])[] = [
  [/^dagpleje/, "dagpleje"],
  [/^(dagtilbud|daginstitution|vuggestue|børnehave|integreret|børnehus|naturbørnehave|skovbørnehave)/, "dagtilbud"],
  [/^(specialskole|specialtilbud)/, "specialskole"],
  [/^(10\.?\s?-?\s?klasse|tiende)/, "10.-klassecenter"],
  [/^ungdomsskole/, "ungdomsskole"],
  [/^(ungdomsuddannelse|gymnasi|erhvervsskole|fgu|hf\b)/, "ungdomsuddannelse"],
  [/^læringshus/, "læringshus"],
  [/^(sfo|skolefritidsordning)/, "sfo"],
  [/^(fritidshjem|fritidstilbud|fritidsordning)/, "fritidshjem"],
  [/^(klub|fritidsklub|juniorklub|ungdomsklub)/, "klub"],
  [/^(skole|folkeskole|grundskole|privatskole|friskole|efterskole)/, "skole"],
];

const kindOfWord = (word: string): InstitutionKind | undefined =>
  INSTITUTION_KINDS.find((kind) => kind === word) ?? KIND_WORDS.find(([pattern]) => pattern.test(word))?.[1];

function readKinds(text: string): InstitutionKind[] | undefined {
  const words = plainName(text)
    .split(/[,;/+&|]|\sog\s/)
    .map((word) => word.trim())
    .filter(Boolean);
  const kinds = words.map(kindOfWord);
  return kinds.some((kind) => kind === undefined) ? undefined : inOrder(kinds.flatMap((kind) => kind ?? []));
}

/** As its name says: "Egeskolen", "Børnehuset Birken", "SFO Spiren". */
export function kindOfName(name: string): InstitutionKind | undefined {
  const plain = plainName(name);
  const found = plain.split(" ").map(kindOfWord).find(Boolean);
  if (found) return found;
  if (/børnehus|børnehave|vuggestue/.test(plain)) return "dagtilbud";
  return /skole(n|s)?\b/.test(plain) ? "skole" : undefined;
}

function readController(text: string): Controller | undefined {
  const plain = plainName(text);
  if (/^(kommun|offentlig)/.test(plain)) return "kommunen";
  return CONTROLLERS.find((one) => plain.startsWith(one));
}

const BAND_WORDS: Readonly<Record<string, FormName>> = {
  vuggestue: "0-2",
  dagpleje: "0-2",
  børnehave: "3-5",
  indskoling: "6-9",
  mellemtrin: "10-12",
  udskoling: "13-18",
};

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Excel takes "6-9" for the sixth of September, and says so as a date. */
function bandOfDate(text: string): FormName | undefined {
  const [, , month, day] = DATE.exec(text) ?? [];
  const said = `${Number(day)}-${Number(month)}`;
  return FORM_NAMES.find((form) => form === said);
}

function readBand(text: string): { readonly band?: FormName; readonly note?: RowNote } {
  const plain = plainName(text)
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s*-\s*/, "-")
    .replace(/\s*år$/, "");
  const date = bandOfDate(plain);
  if (date) return { band: date, note: "dateBand" };
  const grade = gradeOf(plain);
  const band = FORM_NAMES.find((form) => form === plain) ?? BAND_WORDS[plain] ?? bandOfGrade(grade);
  return band === undefined ? {} : { band };
}

type Count = { readonly childCount: number } | { readonly fault: RowFault };

function readCount(text: string): Count {
  if (DATE.test(text)) return { fault: "dateChildren" };
  const number = Number(text.replace(/\s/g, "").replace(/,(?=0*$)/, "."));
  if (!Number.isInteger(number)) return { fault: "notChildren" };
  if (number < 1) return { fault: "tooFew" };
  return number > MOST.children ? { fault: "tooMany" } : { childCount: number };
}

/** Danish letters that were read in another spelling than they were written in. */
const GARBLED = /\uFFFD|Ã[\u0080-\u00bf¦¸¥†˜…]|Ã\u0192/;

function faultOfTexts({ cells }: ImportRow): RowFault | undefined {
  const texts = Object.values(cells);
  // A P-number begins with ten and often looks like somebody's birthday: its own column is measured by its digits.
  if (Object.entries(cells).some(([column, text]) => column !== "pNumber" && hasCpr(text))) return "person";
  if (texts.some((text) => GARBLED.test(text))) return "garbled";
  return texts.some((text) => text.length > MOST.name) ? "long" : undefined;
}

const YES = /^(ja|x|yes|true|1|sand|special)/;

function readGroup(cells: ImportRow["cells"]): { group?: ReadGroup; notes: RowNote[] } | { fault: RowFault } {
  const { group: name = "", band: bandText = "", childCount: countText = "", special = "" } = cells;
  if (name === "") return bandText === "" && countText === "" ? { notes: [] } : { fault: "noGroup" };
  if (DATE.test(name)) return { fault: "dateName" };
  const { band, note } = readBand(bandText);
  if (bandText !== "" && !band) return { fault: "band" };
  const count = countText === "" ? undefined : readCount(countText);
  if (count && "fault" in count) return { fault: count.fault };
  const isSpecial = special === "" ? {} : { isSpecialClass: YES.test(plainName(special)) };
  return { group: { name, ...(band && { band }), ...count, ...isSpecial }, notes: note ? [note] : [] };
}

function readInstitution(cells: ImportRow["cells"]): ReadRow["institution"] | { readonly fault: RowFault } {
  const { name, kinds: kindsText, controller: controllerText, ownCode, controllerName } = cells;
  const number = cells.number?.replace(/\s/g, "");
  const pNumber = cells.pNumber?.replace(/\s/g, "");
  if (number !== undefined && !/^\d{6}$/.test(number)) return { fault: "number" };
  if (pNumber !== undefined && !/^\d{10}$/.test(pNumber)) return { fault: "pNumber" };
  const kinds = kindsText === undefined ? undefined : readKinds(kindsText);
  if (kindsText !== undefined && !kinds) return { fault: "kinds" };
  const controller = controllerText === undefined ? undefined : readController(controllerText);
  if (controllerText !== undefined && !controller) return { fault: "controller" };
  return {
    ...(name !== undefined && { name }),
    ...(number !== undefined && { number }),
    ...(pNumber !== undefined && { pNumber }),
    ...(ownCode !== undefined && { ownCode: ownCode.slice(0, MOST.code) }),
    ...(kinds && { kinds }),
    ...(controller && { controller }),
    ...(controllerName !== undefined && { controllerName }),
  };
}

const isFaulty = (read: object): read is { readonly fault: RowFault } => "fault" in read;

/** Without what is empty, and without what a spreadsheet adds to a text. */
const tidy = (cells: ImportRow["cells"]): ImportRow["cells"] =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([column, text]) => {
      const plain = text.normalize("NFC").replace(/\s+/g, " ").trim();
      return plain === "" ? [] : [[column, plain]];
    }),
  );

export function readRow(given: ImportRow): ReadRow | { readonly row: number; readonly fault: RowFault } {
  const { row } = given;
  const cells = tidy(given.cells);
  const fault = faultOfTexts({ row, cells });
  if (fault) return { row, fault };
  const institution = readInstitution(cells);
  if (isFaulty(institution)) return { row, fault: institution.fault };
  const read = readGroup(cells);
  if ("fault" in read) return { row, fault: read.fault };
  const { group, notes } = read;
  return { row, institution, notes, ...(cells.area !== undefined && { area: cells.area }), ...(group && { group }) };
}
