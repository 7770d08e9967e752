/** The figures of a release as rows of one table, in the order of the page. Pure: every number is the release's own. */
import type { Locale } from "#surveys/paper/local-text";
import { textIn } from "#surveys/paper/local-text";
import type { Change, Finding } from "#surveys/results/findings";
import type { QuestionResult, Share } from "#surveys/results/form-result";
import { WITHOUT_ANSWER } from "#surveys/results/questions";
import { THEME_OF } from "#surveys/scoring/indices";
import type { Bounds, FormRelease, IndexBeside, LeafResult, Release } from "../releases/contract";
import type { Kind } from "./codes";
import { formCode, hardshipCode } from "./codes";
import type { ColumnName } from "./columns";
import { COLUMNS, COLUMN_NAMES } from "./columns";
import type { Cell, Edition, Table } from "./contract";
import { plainCell } from "./plain-cell";

export type Row = Readonly<Partial<Record<ColumnName, string | number | undefined>>> & {
  readonly kind: Kind;
  readonly level: "institution" | "group" | "area";
};

export interface View {
  readonly edition: Edition;
  readonly locale: Locale;
}

const yesOrNo = (is: boolean): number => (is ? 1 : 0);
const bounds = ([share, low, high]: Bounds) => ({ share, low, high });
const shareOf = ({ value: share, low, high }: Share) => ({ share, low, high });
const known = ({ ofAll, ...share }: NonNullable<QuestionResult["favourable"]>) => ({
  ...shareOf(share),
  allLow: ofAll.low,
  allHigh: ofAll.high,
});

const changeCells = ({ direction: change, by: changeBy, low: changeLow, high: changeHigh, certainty }: Change) => ({
  change,
  changeBy,
  changeLow,
  changeHigh,
  certainty,
});

/** Names that were counted together, as one cell. */
const together = (names: readonly string[]): string => names.join(" + ");

function findingRow(finding: Finding): Row {
  const row = { kind: "finding", level: "institution", finding: finding.kind } as const;
  switch (finding.kind) {
    case "missing":
      return { ...row, invited: finding.invited, participants: finding.participants };
    case "first-time":
    case "cannot-tell":
      return row;
    case "change": {
      const { form, theme, index } = finding;
      return { ...row, form: formCode(form), theme, index, ...changeCells(finding) };
    }
    case "good":
    case "hard": {
      const { form, theme, index, item, side: choice, saying, precision: certainty } = finding;
      const said = { words: saying.quantity, tenths: saying.tenths, certainty };
      return { ...row, form: formCode(form), theme, index, item, choice, ...known(saying.share), ...said };
    }
  }
}

function heardRows({ invited, participants, response, forms, heard }: Release, edition: Edition): Row[] {
  const row = { kind: "heard", level: "institution" } as const;
  const leaves = heard.map((leaf): Row => {
    const { form, names, ...counted } = leaf;
    return { kind: "heard", level: "group", form: formCode(form), group: together(names), ...counted };
  });
  return [
    { ...row, invited, participants, response },
    ...forms.map((one): Row => {
      const { form, hidden } = one;
      const counted = { invited: one.invited, participants: one.participants, response: one.response };
      return { ...row, form: formCode(form), ...counted, hidden };
    }),
    ...(edition === "staff" ? leaves : []),
  ];
}

function indexRows(index: IndexBeside, { locale }: View): Row[] {
  const { theme, base, margin, municipality, noiseVariance, change } = index;
  const row = { level: "institution", theme, index: index.index } as const;
  const changed = change === undefined || change === "cannot-tell" ? { change } : changeCells(change);
  return [
    { kind: "index", ...row, base, ...shareOf(index), municipality, margin, noiseVariance, ...changed },
    ...index.past.map((past): Row => {
      const { roundId: pastRoundId, title, closedOn: pastClosedOn } = past;
      const named = { pastRoundId, pastRound: textIn(title, locale), pastClosedOn };
      return { kind: "past", ...row, share: past.value, margin: past.margin, ...named };
    }),
  ];
}

/** What says which question it is, the same for the institution and its groups. */
function questionCells(question: QuestionResult, locale: Locale) {
  const { theme, index, item, place, isAnchor } = question;
  return {
    theme,
    index,
    item,
    place: place && textIn(place, locale),
    question: textIn(question.question, locale),
    anchor: yesOrNo(isAnchor),
  };
}

const choiceCells = ({ value, label, isFavourable }: QuestionResult["choices"][number], locale: Locale) => ({
  choice: value,
  choiceText: label && textIn(label, locale),
  favourable: yesOrNo(isFavourable),
});

function questionRows(question: QuestionResult, participants: number | undefined, { locale }: View): Row[] {
  const row = { level: "institution", ...questionCells(question, locale) } as const;
  const { base, favourable, opposite, choices, without } = question;
  return [
    { kind: "item", ...row, base, ...(favourable && known(favourable)) },
    ...(opposite ? [{ kind: "opposite", ...row, base, ...known(opposite) } as const] : []),
    ...choices.map(
      (choice): Row => ({ kind: "choice", ...row, ...choiceCells(choice, locale), base, ...shareOf(choice.share) }),
    ),
    ...WITHOUT_ANSWER.map(
      (choice): Row => ({ kind: "non-answer", ...row, choice, participants, share: without[choice] }),
    ),
  ];
}

function leafRows(leaf: LeafResult, questions: readonly QuestionResult[], { locale }: View): Row[] {
  const { names, invited, participants } = leaf;
  const row = { level: "group", group: together(names), invited, participants } as const;
  return [
    ...leaf.indices.map(
      ({ index, share }): Row => ({ kind: "index", ...row, theme: THEME_OF[index], index, ...bounds(share) }),
    ),
    ...leaf.questions.flatMap(({ id, choices, favourable }): Row[] => {
      const question = questions.find((one) => one.id === id);
      // Its words stand with the institution's question alone.
      if (!question) return [];
      const asked = { ...row, ...questionCells(question, locale) };
      return [
        ...(favourable ? [{ kind: "item", ...asked, ...bounds(favourable) } as const] : []),
        ...choices.flatMap((share, at): Row[] => {
          const choice = question.choices[at];
          return choice ? [{ kind: "choice", ...asked, ...choiceCells(choice, locale), ...bounds(share) }] : [];
        }),
      ];
    }),
  ];
}

function hardshipRows({ hardship, areaHardship }: FormRelease): Row[] {
  const rowsAt = (place: Pick<Row, "level" | "area">, found: FormRelease["hardship"]): Row[] =>
    (found?.shares ?? []).map((share, themes) => {
      const row = { kind: "hardship", ...place, choice: hardshipCode(themes) } as const;
      return { ...row, base: found?.base, ...shareOf(share) };
    });
  return [
    ...rowsAt({ level: "institution" }, hardship),
    ...rowsAt({ level: "area", area: areaHardship?.area }, areaHardship),
  ];
}

function formRows(release: FormRelease, view: View): Row[] {
  const { indices, questions, participants, leaves } = release;
  const rows = [
    ...indices.flatMap((index) => indexRows(index, view)),
    ...questions.flatMap((question) => questionRows(question, participants, view)),
    ...hardshipRows(release),
    ...(view.edition === "staff" ? leaves.flatMap((leaf) => leafRows(leaf, questions, view)) : []),
  ];
  return rows.map((row) => ({ ...row, form: formCode(release.form) }));
}

/** Every figure that is shown of a release; the board's edition has no group's, and none of their names. */
export function rowsOf(release: Release, view: View): Row[] {
  return [
    ...heardRows(release, view.edition),
    ...release.findings.map(findingRow),
    ...release.forms.flatMap((form) => formRows(form, view)),
  ];
}

const TITLES = { da: "Tal", en: "Figures" } as const;

/** What makes a row's cells, in the order of the columns. */
export function cellsOf({ institutionId, institutionName, roundId, roundTitle }: Release, { locale }: View) {
  const common = { institutionId, institution: institutionName, roundId, round: textIn(roundTitle, locale) };
  const plain = new Map<string, string>();
  /** The same few texts stand in thousands of cells. */
  const cellOf = (value: string | number | undefined): Cell => {
    if (typeof value !== "string") return value ?? null;
    const made = plain.get(value) ?? plainCell(value);
    plain.set(value, made);
    return made;
  };
  return (row: Row): readonly Cell[] => {
    const cells: Row = { ...common, ...row };
    return COLUMN_NAMES.map((column) => cellOf(cells[column]));
  };
}

/** The table that rows like these are put in. */
export const figuresIn = (locale: Locale, rows: Table["rows"]): Table => ({
  name: "figures",
  title: TITLES[locale],
  header: COLUMN_NAMES.map((column) => plainCell(COLUMNS[column].name[locale])),
  widths: COLUMN_NAMES.map((column) => COLUMNS[column].width),
  rows,
});
