/** Rules about forms beside each other: who has one, and what becomes of an item from one age to the next. */
import { audienceOf, YEARS } from "../../paper/form";
import type { FormName } from "../../paper/form";
import { policy } from "../../policy/policy";
import type { PolicyGoal } from "../../policy/policy-shape";
import { askedItems } from "../lint-form";
import type { LintForm, LintItem } from "../lint-form";
import type { FormFault, FormsRule } from "../rule";

export const ownFormAtThree: FormsRule = {
  id: "own-form-at-three",
  teaches: "At three a child chooses between two pictures; at four and five it can do more. One form cannot suit both.",
  source: "Okanda & Itakura 2010; Fritzley & Lee 2003",
  check: (forms) => {
    const names = new Set(forms.map(({ form }) => form));
    const isForChildren = forms.some(({ form }) => audienceOf(form) === "child");
    return isForChildren && names.has("3-5") && !names.has("3")
      ? [{ form: "3-5", message: "there is no form for three-year-olds beside it" }]
      : [];
  },
};

interface Asked {
  readonly form: FormName;
  readonly item: LintItem;
}

/** Every item by its name, with the forms that ask it. */
function byName(forms: readonly LintForm[]): [name: string, asked: Asked[]][] {
  const found = new Map<string, Asked[]>();
  for (const { form, items } of forms)
    for (const item of items) found.set(item.name, [...(found.get(item.name) ?? []), { form, item }]);
  return [...found];
}

const NEIGHBOURS = ["10-12", "13-18"] as const satisfies readonly FormName[];

/** What is chosen among, where one of an ordered row is; things to choose from may be other things at another age. */
function answersOf({ scale, answers }: LintItem): string {
  return scale === "options" ? `${scale} (${answers.map(({ value }) => value).join(", ")})` : scale;
}

export const sameScale: FormsRule = {
  id: "same-scale",
  teaches:
    "An item that is answered on one scale at twelve and on another at thirteen cannot be compared: nobody knows whether the children or the words have changed.",
  source: "de Leeuw 2011; Bright Spots (Coram Voice): the same items through the ages",
  check: (forms) =>
    byName(forms).flatMap(([name, asked]) => {
      const [younger, older] = NEIGHBOURS.map((form) => asked.find((one) => one.form === form)?.item);
      if (!younger || !older || answersOf(younger) === answersOf(older)) return [];
      const message = `is answered on ${answersOf(younger)} at ${NEIGHBOURS[0]} and on ${answersOf(older)} here`;
      return [{ form: NEIGHBOURS[1], item: name, message }];
    }),
};

/** The goals that an item's id means (`itemGoals`: a policy may call them otherwise than the bank). */
const goalsOf = (id: string): PolicyGoal[] =>
  policy.goals.filter(({ id: own, itemGoals }) => (itemGoals ?? [own]).includes(id));

function isOfAges({ ages }: PolicyGoal, form: FormName): boolean {
  const [first, last] = YEARS[form];
  return first <= ages.to && last >= ages.from;
}

function strangeGoals(name: string, asked: readonly Asked[]): FormFault[] {
  const [first] = asked;
  if (!first) return [];
  return (first.item.goals ?? []).flatMap((id) =>
    goalsOf(id)
      .filter((goal) => !asked.some(({ form }) => isOfAges(goal, form)))
      .map(({ ages }) => ({
        form: first.form,
        item: name,
        message: `names the goal ${id}, which is for ${ages.from} to ${ages.to} years, and has no form of these ages`,
      })),
  );
}

/** Of the bank, where all forms of an item are: a survey may ask some of them. */
export const goalAges: FormsRule = {
  id: "goal-ages",
  teaches:
    "What children of fifteen say shows nothing about a goal for the youngest, and what is only tried shows no goal at all.",
  source: "surveys/policy: every goal says for which ages it is",
  check: (forms) => {
    const tried = forms.flatMap(({ form, items }) =>
      items
        .filter(({ isPractice, goals = [] }) => isPractice && goals.length > 0)
        .map(({ name }) => ({ form, item: name, message: "is only tried, and names a goal" })),
    );
    const asked = forms.map((form) => ({ ...form, items: askedItems(form) }));
    return [...tried, ...byName(asked).flatMap(([name, found]) => strangeGoals(name, found))];
  },
};

export const SURVEY_RULES: readonly FormsRule[] = [ownFormAtThree, sameScale];
export const BANK_RULES: readonly FormsRule[] = [sameScale, goalAges];
