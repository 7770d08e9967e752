/** School years: which one it is, how a class is called in the next, and which form its age has. Pure. */
import type { Day } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { Group, InstitutionKind, NextStep } from "./contract";

/** By the calendar year it begins in, on 1 August. */
export function schoolYearAt(day: Day): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month >= 8 ? year : year - 1;
}

const GRADE = /^(\d{1,2})(?=\s*\.|\s*[a-zæøå]?$|\s*(klasse|årgang))/i;
const LAST_GRADE = 9;

/** The year of school that a class's name says: "3. A", "0.b", "10. klasse"; undefined where it says none. */
export function gradeOf(name: string): number | undefined {
  const grade = Number(GRADE.exec(name.trim())?.[1] ?? NaN);
  return grade <= 10 ? grade : undefined;
}

export function bandOfGrade(grade: number | undefined): FormName | undefined {
  if (grade === undefined) return undefined;
  if (grade <= 3) return "6-9";
  return grade <= 6 ? "10-12" : "13-18";
}

interface NextYear {
  readonly becomes: NextStep;
  readonly name: string;
  readonly band: FormName;
}

/** Where the proposal was changed by hand, that holds. A form that does not follow age goes on not following it. */
export function nextYearOf(group: Group): NextYear {
  const { name, band, next, isLeaving } = group;
  const grade = gradeOf(name);
  if (isLeaving) return { becomes: "ends", name, band };
  if (next) return { becomes: next.name === name && next.band === band ? "stays" : "up", ...next };
  if (grade === undefined) return { becomes: "stays", name, band };
  if (grade >= LAST_GRADE) return { becomes: "ends", name, band };
  const followsAge = band === bandOfGrade(grade);
  const older = name.trim().replace(/^\d{1,2}/, String(grade + 1));
  return { becomes: "up", name: older, band: followsAge ? (bandOfGrade(grade + 1) ?? band) : band };
}

const FORM_OF_KIND: Readonly<Partial<Record<InstitutionKind, FormName>>> = {
  dagpleje: "0-2",
  dagtilbud: "3-5",
  sfo: "6-9",
  fritidshjem: "6-9",
  klub: "10-12",
  ungdomsskole: "13-18",
  "10.-klassecenter": "13-18",
  ungdomsuddannelse: "13-18",
};

/** Where nobody says which form: by the class its name says, else by what kind of house it is in. */
export const guessBand = (name: string, kinds: readonly InstitutionKind[]): FormName | undefined =>
  bandOfGrade(gradeOf(name)) ?? kinds.map((kind) => FORM_OF_KIND[kind]).find(Boolean);

/** What somebody wants of a group, as it is kept: nothing where that is what is proposed anyway. */
export function keptNext(group: Group, wanted: Pick<Group, "name" | "band"> & { readonly ends: boolean }) {
  const { id, institutionId, name, band, childCount, code, isSpecialClass } = group;
  const plain: Group = { id, institutionId, name, band, childCount, code, ...(isSpecialClass && { isSpecialClass }) };
  const proposed = nextYearOf(plain);
  if (wanted.ends) return proposed.becomes === "ends" ? plain : { ...plain, isLeaving: true };
  const isProposed = proposed.becomes !== "ends" && proposed.name === wanted.name && proposed.band === wanted.band;
  return isProposed ? plain : { ...plain, next: { name: wanted.name, band: wanted.band } };
}
