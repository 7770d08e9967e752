/**
 * What shows each goal of a policy: the bank's items that name it, in forms of its ages; facts of the platform; or what
 * is measured elsewhere. Says how far each goal is shown today, from "children are asked" to "by nothing yet".
 */
import type { BankItem } from "../bank/item-shape";
import type { FormName } from "../paper/form";
import { audienceOf, FORM_NAMES, YEARS } from "../paper/form";
import type { LocalText } from "../paper/local-text";
import { COUNTED_FACTS } from "./platform-facts";
import type { PlatformFact } from "./platform-facts";
import type { Policy, PolicyGoal, Voice } from "./policy-shape";

/** The items that published surveys ask, by form. */
export type AskedItems = ReadonlyMap<FormName, ReadonlySet<string>>;

/**
 * How far a goal is shown, the first that holds: children are asked in a published survey; only adults are, and rounds do
 * not ask adults yet; only the bank has items; only facts or a measurement elsewhere are named; nothing at all shows it.
 */
export const STANDINGS = ["children", "adults", "bank", "counted", "elsewhere", "nothing"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface CoverageRow {
  readonly id: string;
  readonly text: LocalText;
  /** Names of items, in the order of the bank; a form without any is absent. */
  readonly items: Readonly<Partial<Record<FormName, readonly string[]>>>;
  /** Of these, the names that no published survey asks. */
  readonly unpublished: readonly string[];
  readonly standing: Standing;
  readonly facts: readonly PlatformFact[];
  readonly elsewhere?: LocalText;
  /** Voices that the policy counts on, and that no item asks. */
  readonly unasked: readonly Voice[];
}

const idsOf = (goal: PolicyGoal): readonly string[] => goal.itemGoals ?? [goal.id];

/** A form shows a goal only where its children are of the ages that the goal is for. */
export function isOfAges({ ages }: PolicyGoal, form: FormName): boolean {
  const [first, last] = YEARS[form];
  return first <= ages.to && last >= ages.from;
}

type ByForm = readonly (readonly [FormName, readonly BankItem[]])[];

function standingOf({ shownBy }: PolicyGoal, byForm: ByForm, asked: AskedItems): Standing {
  const forms = byForm.filter(([form, items]) => items.some(({ name }) => asked.get(form)?.has(name)));
  if (forms.some(([form]) => audienceOf(form) === "child")) return "children";
  if (forms.length > 0) return "adults";
  if (byForm.length > 0) return "bank";
  if (shownBy.facts.some((fact) => COUNTED_FACTS.includes(fact))) return "counted";
  return shownBy.elsewhere ? "elsewhere" : "nothing";
}

function cover(goal: PolicyGoal, bank: readonly BankItem[], published: AskedItems): CoverageRow {
  const naming = bank.filter(({ goals }) => idsOf(goal).some((id) => goals.includes(id)));
  const byForm = FORM_NAMES.filter((form) => isOfAges(goal, form))
    .map((form) => [form, naming.filter(({ forms }) => forms[form])] as const)
    .filter(([, items]) => items.length > 0);
  const asked = new Set<Voice>(byForm.map(([form]) => audienceOf(form)));
  const { voices, facts, elsewhere } = goal.shownBy;
  return {
    id: goal.id,
    text: goal.text,
    items: Object.fromEntries(byForm.map(([form, items]) => [form, items.map(({ name }) => name)])),
    unpublished: naming
      .map(({ name }) => name)
      .filter((name) => !byForm.some(([form]) => published.get(form)?.has(name))),
    standing: standingOf(goal, byForm, published),
    facts,
    ...(elsewhere && { elsewhere }),
    unasked: voices.filter((voice) => !asked.has(voice)),
  };
}

/** A row for every goal, in the order of the policy. */
export function coverPolicy(
  policy: Policy,
  bank: readonly BankItem[],
  published: AskedItems = new Map(),
): readonly CoverageRow[] {
  return policy.goals.map((goal) => cover(goal, bank, published));
}

/** The rows that nothing shows: no item, no fact, nothing elsewhere. */
export function uncovered(rows: readonly CoverageRow[]): readonly CoverageRow[] {
  return rows.filter(({ items, facts, elsewhere }) => Object.keys(items).length + facts.length === 0 && !elsewhere);
}

/** Goals that items name and the policy does not have, each with the items that name it. */
export function unknownGoals(policy: Policy, bank: readonly BankItem[]): Readonly<Record<string, readonly string[]>> {
  const known = new Set(policy.goals.flatMap(idsOf));
  const strangers = [...new Set(bank.flatMap(({ goals }) => goals.filter((id) => !known.has(id))))];
  return Object.fromEntries(
    strangers.map((id) => [id, bank.filter(({ goals }) => goals.includes(id)).map(({ name }) => name)]),
  );
}
