/**
 * The forms a survey may have, and who answers each: one per age band, one of its own for three-year-olds (they choose
 * between two pictures and nothing else; Okanda & Itakura 2010), and the adults' forms, which are never mixed with
 * what children say.
 */
const AGE_BANDS = ["0-2", "3-5", "6-9", "10-12", "13-18"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const FORM_NAMES = [
  "0-2",
  "3",
  "3-5",
  "6-9",
  "10-12",
  "13-18",
  "parents-0-2",
  "parents-3-6",
  "parents-7-16",
  "staff",
] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** `observer`: an adult who writes down what was seen of a child from 0 to 2. */
export type Audience = "child" | "observer" | "parent" | "staff";

export function audienceOf(form: FormName): Audience {
  if (form === "0-2") return "observer";
  if (form === "staff") return "staff";
  return form.startsWith("parents") ? "parent" : "child";
}

/** The years of the children that a form is about, the first and the last. */
export const YEARS: Readonly<Record<FormName, readonly [first: number, last: number]>> = {
  "0-2": [0, 2],
  "3": [3, 3],
  "3-5": [3, 5],
  "6-9": [6, 9],
  "10-12": [10, 12],
  "13-18": [13, 18],
  "parents-0-2": [0, 2],
  "parents-3-6": [3, 6],
  "parents-7-16": [7, 16],
  staff: [0, 18],
};

/** The band whose rules and looks a child's form follows; undefined for what adults answer. */
export function bandOf(form: FormName): AgeBand | undefined {
  if (form === "3") return "3-5";
  return AGE_BANDS.find((band) => band === form);
}
