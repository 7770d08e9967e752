/** Who may read a writing, until when it must be read, and what may be done with it in which state. */
import type { Day } from "#surveys/paper/calendar";
import { startOf } from "#surveys/paper/calendar";
import { maybeNames } from "#surveys/linter/maybe-names";
import type { Language } from "#surveys/paper/language";
import { workingDaysLater } from "#surveys/paper/school-days";
import type { Person } from "../accounts/contract";
import { addDays } from "../lib/clock";
import type { Round } from "../rounds/contract";
import { editorFault } from "../rounds/editors";
import type { DoneWord, Writing, WritingDeed, WritingState } from "./contract";

const AFTERNOON_MS = 16 * 3_600_000;

/** 16:00 of the next working day: no clock is put forward or back on one, so 16 hours after midnight are 16:00. */
export const readBy = (arrivedOn: Day): Date =>
  new Date(startOf(workingDaysLater(arrivedOn, 1)).getTime() + AFTERNOON_MS);

/** What worries is acted on within a day, working or not: the duty to report waits for no Monday. */
const actBy = (worriedAt: Date): Date => addDays(worriedAt, 1);

/** When something must have been done with it; undefined when there is nothing left to do. */
export function dueAt({ state, arrivedOn, worriedAt }: Pick<Writing, "state" | "arrivedOn" | "worriedAt">) {
  if (state === "worrying" && worriedAt) return actBy(worriedAt);
  return state === "waiting" && arrivedOn !== undefined ? readBy(arrivedOn) : undefined;
}

export function isOverdue(writing: Pick<Writing, "state" | "arrivedOn" | "worriedAt">, now: Date): boolean {
  const due = dueAt(writing);
  return due !== undefined && now >= due;
}

/** In which state each deed finds a writing, and in which it leaves it. What worries cannot be made away with. */
export const TURNS: Readonly<Record<WritingDeed, { readonly from: WritingState; readonly to: WritingState }>> = {
  fine: { from: "waiting", to: "read" },
  worry: { from: "waiting", to: "worrying" },
  cleanse: { from: "waiting", to: "waiting" },
  quote: { from: "waiting", to: "quoted" },
  done: { from: "worrying", to: "acted" },
};

type People = readonly Pick<Person, "id" | "role" | "institutionIds">[];
type Read = Pick<Round, "editors" | "institutionIds">;

/** Those whom a round names for a language, and who still may: the editor first. */
export function readersOf({ editors = [], institutionIds }: Read, language: Language, people: People): string[] {
  const pair = editors.find((one) => one.language === language);
  return [pair?.editor, pair?.deputy].filter((id): id is string => {
    const person = people.find((one) => one.id === id);
    return id !== undefined && editorFault(person, institutionIds) === undefined;
  });
}

export const isDeputy = ({ editors = [] }: Read, language: Language, id: string): boolean =>
  editors.some((pair) => pair.language === language && pair.deputy === id);

/** Below this a form would lead to too few children to be named. */
const FEWEST_NAMED = 20;
export const isFormNamed = (invited: number): boolean => invited >= FEWEST_NAMED;

/** A quotation stands from so many answers of its form on. */
const FEWEST_ANSWERS = 10;
export const isQuotable = (participants: number | undefined): boolean => (participants ?? 0) >= FEWEST_ANSWERS;

type Ordered = Pick<Writing, "id" | "state" | "arrivedOn" | "worriedAt">;

/** What worries first, then by the day it must be read; within a day by an id that tells nothing, so in no order. */
export function inReadingOrder<T extends Ordered>(writings: readonly T[]): T[] {
  const rank = ({ state }: Ordered) => (state === "worrying" ? 0 : 1);
  const due = (writing: Ordered) => dueAt(writing)?.getTime() ?? 0;
  return [...writings].sort((a, b) => rank(a) - rank(b) || due(a) - due(b) || (a.id < b.id ? -1 : 1));
}

/** To whom a worry was passed on: somebody who can help the child now. */
export const PASSED_ON: readonly DoneWord[] = ["report", "family", "emergency"];

/** Words of a Danish text, as it would be released, that may be somebody's name: a hint, no more. */
export const namesIn = ({ language, text = "", cleansed }: Pick<Writing, "language" | "text" | "cleansed">) =>
  language === "da" || language === "en" ? maybeNames([cleansed ?? text], []) : [];
