/**
 * What shows each goal of a policy: the bank's items that name it, by form; facts of the platform; or what is measured
 * elsewhere. Says what nothing shows.
 */
import type { BankItem } from "../bank/item-shape";
import type { FormName } from "../paper/form";
import { audienceOf, FORM_NAMES } from "../paper/form";
import type { LocalText } from "../paper/local-text";
import type { PlatformFact } from "./platform-facts";
import type { Policy, PolicyGoal, Voice } from "./policy-shape";

export interface CoverageRow {
  readonly id: string;
  readonly text: LocalText;
  /** Names of items, in the order of the bank; a form without any is absent. */
  readonly items: Readonly<Partial<Record<FormName, readonly string[]>>>;
  readonly facts: readonly PlatformFact[];
  readonly elsewhere?: LocalText;
  /** Voices that the policy counts on, and that no item asks. */
  readonly unasked: readonly Voice[];
}

const idsOf = (goal: PolicyGoal): readonly string[] => goal.itemGoals ?? [goal.id];

function cover(goal: PolicyGoal, bank: readonly BankItem[]): CoverageRow {
  const naming = bank.filter(({ goals }) => idsOf(goal).some((id) => goals.includes(id)));
  const byForm = FORM_NAMES.map((form) => [form, naming.filter(({ forms }) => forms[form])] as const).filter(
    ([, items]) => items.length > 0,
  );
  const asked = new Set<Voice>(byForm.map(([form]) => audienceOf(form)));
  const { voices, facts, elsewhere } = goal.shownBy;
  return {
    id: goal.id,
    text: goal.text,
    items: Object.fromEntries(byForm.map(([form, items]) => [form, items.map(({ name }) => name)])),
    facts,
    ...(elsewhere && { elsewhere }),
    unasked: voices.filter((voice) => !asked.has(voice)),
  };
}

/** A row for every goal, in the order of the policy. */
export function coverPolicy(policy: Policy, bank: readonly BankItem[]): readonly CoverageRow[] {
  return policy.goals.map((goal) => cover(goal, bank));
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
