/** The municipality and its parts, as other rooms and screens see them. */
import type { Day } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { VoiceOrder } from "#surveys/narration/voices";

/** In the order in which a house of several kinds is known: the first is what its papers and its surveys go by. */
export const INSTITUTION_KINDS = [
  "dagtilbud",
  "dagpleje",
  "skole",
  "læringshus",
  "specialskole",
  "sfo",
  "fritidshjem",
  "klub",
  "ungdomsskole",
  "10.-klassecenter",
  "ungdomsuddannelse",
] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

/** Whose house it is. */
export const CONTROLLERS = ["kommunen", "selvejende", "privat"] as const;
export type Controller = (typeof CONTROLLERS)[number];

export interface Municipality {
  readonly name: string;
  /** True for invented data; every page says so. */
  readonly isInvented: boolean;
  /** How long a backup lives, in days: a label's date waits for it. */
  readonly backupRetentionDays: number;
  /** Which voice reads aloud to children where no person has: the device's own or the synthetic file. */
  readonly voiceOrder: VoiceOrder;
  /** Epsilon of the tables' questions, in thousandths: absent is 1000, and it can only be lower, that is stricter. */
  readonly epsilonPermille?: number;
}

export interface Area {
  readonly id: string;
  readonly name: string;
}

/** By what a second import knows an institution again, the first that is there. */
export const INSTITUTION_CODES = ["number", "pNumber", "ownCode"] as const;
export type InstitutionCode = (typeof INSTITUTION_CODES)[number];

export interface Institution {
  readonly id: string;
  readonly name: string;
  /** At least one, in the order of `INSTITUTION_KINDS`. */
  readonly kinds: readonly InstitutionKind[];
  readonly areaId: string;
  /** Institutionsnummer: six digits. */
  readonly number?: string;
  /** The production unit's number in the register of companies: ten digits. */
  readonly pNumber?: string;
  /** What the municipality itself calls it. */
  readonly ownCode?: string;
  readonly controller?: Controller;
  /** Of the self-owning institution, or the company. */
  readonly controllerName?: string;
  /** The last day it was asked; its results stay. */
  readonly closedOn?: Day;
  /** The institution that its groups went to when it closed. */
  readonly mergedInto?: string;
}

export interface Group {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  /** What its children are asked with: mostly that of their age, but need not be. */
  readonly band: FormName;
  /** Children in the group: the ones invited to a round that declares it. */
  readonly childCount: number;
  /** The secret of the group's own link, `/svar/g/<code>`. */
  readonly code: string;
  readonly isSpecialClass?: boolean;
  /** Ends at summer, whatever its name says. */
  readonly isLeaving?: boolean;
  /** What it is to be called and asked with from 1 August, where the proposal was changed. */
  readonly next?: { readonly name: string; readonly band: FormName };
  readonly closedOn?: Day;
}

/** Counts changes: who writes says which one was read. */
export type Versioned<T> = T & { readonly version: number };

/** What forms hold, in characters; and how large a group is. */
export const MOST = { name: 120, code: 40, controllerName: 120, children: 60 } as const;

/** What small groups are told of themselves: whose answers are read together with others'. */
export type SmallGroupNotice = "childminders" | "special" | "small";

export interface ListedGroup extends Versioned<Group> {
  readonly notice?: SmallGroupNotice;
}

export interface InstitutionLine extends Pick<Institution, "id" | "name" | "kinds" | "number" | "closedOn"> {
  readonly mergedInto?: string;
}

export interface AreaLine extends Area {
  readonly institutions: readonly InstitutionLine[];
}

/** `/admin/institutioner`: areas and their institutions, alphabetically; those that match what was asked for. */
export interface InstitutionsPage {
  readonly areas: readonly AreaLine[];
  readonly count: number;
  readonly closedCount: number;
  /** Not there because of what was asked for. */
  readonly isFiltered: boolean;
  /** Somebody's import is under way, or was left. */
  readonly preparing?: Preparing;
}

export interface InstitutionPage {
  readonly institution: Versioned<Institution>;
  readonly areas: readonly Area[];
  /** Open ones first by name, then those that have ended. */
  readonly groups: readonly ListedGroup[];
  readonly mergedInto?: Pick<Institution, "id" | "name">;
  /** Where its groups may go: open ones, alphabetically. */
  readonly others: readonly Pick<Institution, "id" | "name">[];
}

/** What is being made ready, to count all at once: an import, a new school year, a merger. */
export interface Preparing {
  readonly id: string;
  readonly by: string;
  readonly since: Date;
  /** Nobody has gone on with it for a while. */
  readonly isLeft: boolean;
}

/** What a column of a spreadsheet may be. Nothing of a child is among them. */
export const IMPORT_COLUMNS = [
  "area",
  "name",
  "number",
  "pNumber",
  "ownCode",
  "kinds",
  "controller",
  "controllerName",
  "group",
  "band",
  "childCount",
  "special",
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** One line of the file, or several of one group that were counted; only of columns that were matched. */
export interface ImportRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
}

/** What is wrong with a row, by what to do about it. */
export type RowFault =
  | "person"
  | "garbled"
  | "long"
  | "noInstitution"
  | "noName"
  | "noArea"
  | "noKind"
  | "number"
  | "pNumber"
  | "kinds"
  | "controller"
  | "band"
  | "noBand"
  | "noGroup"
  | "dateName"
  | "noChildren"
  | "dateChildren"
  | "notChildren"
  | "tooFew"
  | "tooMany"
  | "sameGroup"
  | "sameNumber"
  | "sameCode"
  | "closed";

/** What was taken for something, and should be looked at. */
export type RowNote = "byName" | "dateBand" | "guessedBand" | "guessedKind";

export interface ReportLine {
  readonly row: number;
  readonly of: "areas" | "institutions" | "groups";
  readonly name: string;
  /** Of a group: whose it is. */
  readonly at?: string;
  readonly becomes: "new" | "changed" | "same" | "wrong";
  readonly fault?: RowFault;
  /** Another row that it has to do with. */
  readonly other?: number;
  readonly notes?: readonly RowNote[];
}

export interface ImportReport {
  readonly lines: readonly ReportLine[];
  /** Institutions and groups that are there and not in the file: they stay as they are. */
  readonly absent: { readonly institutions: number; readonly groups: number };
  /** Documents to write; 0 where nothing changes or something is wrong. */
  readonly writes: number;
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isBirthday(digits: string): boolean {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0);
}

/**
 * Whether a text holds what may be a CPR number: ten digits that begin with a day, with a dash, a space or nothing between;
 * nine where a spreadsheet took a number of it and dropped the zero. May be wrong about a number that only looks like one.
 */
export function hasCpr(text: string): boolean {
  // No look-behind: browsers of 2021 know none.
  for (const [, first = "", last = ""] of ` ${text} `.matchAll(/(?=\D(\d{5,6})[\s\u00ad\u2010-\u2015-]?(\d{4})\D)/g)) {
    const digits = `${first}${last}`.padStart(10, "0");
    if (isBirthday(digits)) return true;
  }
  return false;
}

/** What a new school year does to a group: a year older, as it is, or gone at summer. */
export type NextStep = "up" | "stays" | "ends";

interface SchoolYearLine {
  readonly id: string;
  readonly name: string;
  readonly counts: Readonly<Record<NextStep, number>>;
}

/** `/admin/institutioner/skoleaar`. */
export interface SchoolYearPage {
  /** The year that the proposal is for, by the calendar year it begins in. */
  readonly year: number;
  /** It has begun: groups can move up. Once. */
  readonly hasBegun: boolean;
  /** Institutions with groups that move up or end. */
  readonly institutions: readonly SchoolYearLine[];
  readonly counts: Readonly<Record<NextStep, number>>;
}

/** The groups of one institution in the next school year. */
export interface NextYearPage {
  readonly year: number;
  readonly institution: Pick<Institution, "id" | "name">;
  readonly groups: readonly (Versioned<Group> & {
    readonly becomes: NextStep;
    readonly nextName: string;
    readonly nextBand: FormName;
  })[];
}
