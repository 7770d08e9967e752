/** What goes with the figures of an export: the codebook, and where they came from. Words for whoever opens the file. */
import type { Locale, LocalText } from "#surveys/paper/local-text";
import { textIn } from "#surveys/paper/local-text";
import type { Release } from "../releases/contract";
import { CODES } from "./codes";
import { COLUMNS, COLUMN_NAMES } from "./columns";
import type { Cell, Edition, Table } from "./contract";
import { plainCell } from "./plain-cell";

const NOTES: readonly (readonly [string, LocalText, LocalText])[] = [
  [
    "noise",
    { da: "tilfældige tal", en: "random numbers" },
    {
      da: "Da runden blev forseglet, blev svarene talt sammen, et lille tilfældigt tal blev lagt til hver optælling, og svarene blev slettet. Alle tal her er regnet ud af de optællinger.",
      en: "When the round was sealed the answers were counted, a small random number was added to every count, and the answers were deleted. All figures here are computed from those counts.",
    },
  ],
  [
    "epsilon",
    { da: "epsilon", en: "epsilon" },
    {
      da: "Epsilon siger, hvor små de tilfældige tal er: chancen for tallet k er (1−a)/(1+a)·a^|k| med a = e^(−epsilon). Jo lavere, jo mere skjuler de. Fordelingen af indeks har en fjerdedel, svære temaer halvdelen.",
      en: "Epsilon says how small the random numbers are: the chance of the number k is (1−a)/(1+a)·a^|k| with a = e^(−epsilon). The lower, the more they hide. Spreads of indices have a quarter of it, hardship half.",
    },
  ],
  [
    "intervals",
    { da: "lav og høj", en: "low and high" },
    {
      da: "lav-høj handler om de børn, der svarede, og om de tilfældige tal alene. alle_lav-alle_hoej er, hvad alle, der blev spurgt, kunne mene. aendring_lav-aendring_hoej er modellen for ændringer. De tre må ikke blandes sammen.",
      en: "low-high is about the children who answered, and the random numbers alone. all_low-all_high is what all who were asked could mean. change_low-change_high is the model of change. The three must not be mixed up.",
    },
  ],
  [
    "sums",
    { da: "summer", en: "sums" },
    {
      da: "Andele er klippet til 0-100 til allersidst, så de kan give lidt mere eller mindre end 100 tilsammen. Regn ikke en gruppes børn ud af dem: optællingerne er ikke de rigtige antal.",
      en: "Shares are cut to 0-100 at the very end, so that they may add up to a little more or less than 100. Do not compute a group's children from them: the counts are not the true numbers.",
    },
  ],
  [
    "rounding",
    { da: "afrunding", en: "rounding" },
    {
      da: "Andele, grænser og ændringer har én decimal, antal ingen. De er afrundet én gang, af resultatet selv.",
      en: "Shares, bounds and changes have one decimal, numbers of children none. They are rounded once, by the result itself.",
    },
  ],
  [
    "floors",
    { da: "tomme celler", en: "empty cells" },
    {
      da: "Et spørgsmål har tal fra 10 svar, svære temaer fra 60 deltagere, og for et område kun når mindst to institutioner dér har svar; deltog færre end fem, står der ikke hvor mange. En tom celle er aldrig nul.",
      en: "A question has figures from 10 answers, hardship from 60 participants, and of an area only where at least two institutions there have answers; where fewer than five took part it is not told how many. An empty cell is never zero.",
    },
  ],
  [
    "apostrophe",
    { da: "apostrof", en: "apostrophe" },
    {
      da: "En tekst, som et regneark ville læse som en formel eller en dato, har fået en ' foran. Usynlige tegn er fjernet, og linjeskift er mellemrum.",
      en: "A text that a spreadsheet would read as a formula or a date has been given a ' in front. Unseen characters are gone, and line ends are spaces.",
    },
  ],
];

const CODEBOOK_TITLES = { da: "Kodebog", en: "Codebook" } as const;
const PROVENANCE_TITLES = { da: "Oprindelse", en: "Provenance" } as const;

type Line = readonly Cell[];

const columnLines: readonly Line[] = COLUMN_NAMES.map((column) => {
  const { name, meaning } = COLUMNS[column];
  return [name.da, name.en, null, meaning.da, meaning.en];
});

const codeLines: readonly Line[] = CODES.map(({ column, code, meaning }) => {
  const { name } = COLUMNS[column];
  return [name.da, name.en, code, meaning.da, meaning.en];
});

const noteLines: readonly Line[] = NOTES.map(([code, name, meaning]) => [
  name.da,
  name.en,
  `note-${code}`,
  meaning.da,
  meaning.en,
]);

const plainLine = (line: Line): Cell[] => line.map((cell) => (typeof cell === "string" ? plainCell(cell) : cell));

/** Every column, every code, and how the figures are to be read; both languages, whichever was asked for. */
export function codebookIn(locale: Locale): Table {
  return {
    name: "codebook",
    title: CODEBOOK_TITLES[locale],
    header: ["kolonne", "column", "kode / code", "betydning", "meaning"],
    widths: [20, 20, 20, 80, 80],
    rows: [...columnLines, ...codeLines, ...noteLines].map(plainLine),
  };
}

export interface Origin {
  readonly edition: Edition;
  readonly locale: Locale;
  readonly municipality: string;
  readonly isInvented: boolean;
  readonly figures: Table;
  /** SHA-256, in hexadecimal, of the figures as the bytes of the CSV file in this language and edition. */
  readonly checksum: string;
}

const EDITION_LABELS: Readonly<Record<Edition, LocalText>> = {
  staff: { da: "personale: med gruppernes tal", en: "staff: with the groups' figures" },
  board: { da: "bestyrelse: uden gruppernes tal", en: "board: without the groups' figures" },
};

/** From which release the figures are, and how to find out whether they still are its. */
export function provenanceOf(release: Release, origin: Origin): Table {
  const { edition, locale, municipality, isInvented, figures, checksum } = origin;
  const yesOrNo = (is: boolean): string => ({ da: is ? "ja" : "nej", en: is ? "yes" : "no" })[locale];
  const { roundId, institutionId } = release;
  const separators = {
    da: "CSV: UTF-8 med BOM, semikolon mellem cellerne, komma som decimaltegn",
    en: "CSV: UTF-8 with BOM, commas between the cells, point as decimal mark",
  };
  const lines: readonly (readonly [da: string, en: string, value: Cell | undefined])[] = [
    ["kommune", "municipality", municipality],
    ["opdigtede tal", "invented figures", yesOrNo(isInvented)],
    ["udgave", "edition", EDITION_LABELS[edition][locale]],
    ["institution", "institution", release.institutionName],
    ["institution, id", "institution, id", institutionId],
    ["runde", "round", textIn(release.roundTitle, locale)],
    ["runde, id", "round, id", roundId],
    ["spørgeskema", "survey", release.survey],
    ["spørgeskema, version", "survey, version", release.surveyVersion],
    ["resultat, version", "release, version", release.version],
    ["resultat, SHA-256", "release, SHA-256", release.hash],
    ["rundens sidste dag", "last day of the round", release.closedOn],
    ["forseglet", "sealed", release.sealedOn],
    ["børnene får svar senest", "children hear back by", release.feedbackDueOn],
    ["ansvarlig", "responsible", textIn(release.ownerRole, locale)],
    ["epsilon", "epsilon", release.epsilonPermille / 1000],
    ["spurgt", "invited", release.invited],
    ["deltog", "took part", release.participants],
    ["flere svar end børn", "more answers than children", yesOrNo(release.isMoreThanInvited)],
    ["rækker med tal", "rows of figures", figures.rows.length],
    ["kolonner", "columns", figures.header.length],
    ["talfilens form", "form of the figures' file", separators[locale]],
    ["tal som CSV, SHA-256", "figures as CSV, SHA-256", checksum],
    ["efterprøv", "verify", `npm run lyt -- release verify --round ${roundId} --institution ${institutionId}`],
  ];
  return {
    name: "provenance",
    title: PROVENANCE_TITLES[locale],
    header: { da: ["hvad", "værdi"], en: ["what", "value"] }[locale],
    widths: [32, 80],
    rows: lines.map(([da, en, value]) => plainLine([{ da, en }[locale], value ?? null])),
  };
}
