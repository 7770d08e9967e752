/** Writes `docs/policy.md`: the policy line by line, with what shows each line. Pure, so that a test can hold the page to it. */
import type { BankItem } from "../bank/item-shape";
import { audienceOf, FORM_NAMES } from "../paper/form";
import type { AskedItems, CoverageRow, Standing } from "./coverage";
import { coverPolicy, STANDINGS } from "./coverage";
import { COUNTED_FACTS, PLATFORM_FACTS } from "./platform-facts";
import type { PlatformFact } from "./platform-facts";
import type { GoalKind, Policy, PolicyGoal, Voice } from "./policy-shape";
import { GOAL_KINDS, VOICES } from "./policy-shape";

const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  child: "children",
  observer: "adults who observe",
  parent: "parents",
  staff: "staff",
};

const KIND_WORDS: Readonly<Record<GoalKind, readonly [one: string, many: string]>> = {
  commitment: ["commitment", "commitments"],
  stance: ["stance", "stances"],
  goal: ["goal", "goals"],
  mark: ["mark", "marks"],
  measure: ["measure", "measures"],
};

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  children: "children are asked about it in a published survey",
  adults: "only adults are asked about it in a published survey, and rounds do not ask adults yet",
  bank: "only items of the bank ask about it, and no published survey does yet",
  counted: "only facts that the platform counts show it",
  elsewhere: "it is measured elsewhere only",
  nothing: "nothing shows it yet",
};

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function askedOf({ items, unasked, unpublished }: CoverageRow): string {
  const written = (name: string): string => (unpublished.includes(name) ? `(${name})` : name);
  const lines = VOICES.map((voice) => {
    const names = FORM_NAMES.filter((form) => audienceOf(form) === voice).flatMap((form) => items[form] ?? []);
    return [voice, [...new Set(names)]] as const;
  })
    .filter(([, names]) => names.length > 0)
    .map(([voice, names]) => `**${VOICE_WORDS[voice]}** ${names.map(written).join(", ")}`);
  const missing = unasked.map((voice) => `*${VOICE_WORDS[voice]}: not asked yet*`);
  return [...lines, ...missing].join("<br>");
}

function factWords(facts: readonly PlatformFact[]): string {
  const isCounted = (fact: PlatformFact): boolean => COUNTED_FACTS.includes(fact);
  return facts.map((fact) => PLATFORM_FACTS[fact].en + (isCounted(fact) ? "" : " *(not counted yet)*")).join("<br>");
}

/** How far the lines of the policy are shown today, and which. */
function standings(rows: readonly CoverageRow[]): string[] {
  return STANDINGS.flatMap((standing) => {
    const ids = rows.filter((row) => row.standing === standing).map(({ id }) => id);
    return ids.length > 0 ? [`| ${STANDING_WORDS[standing]} | ${ids.length} | ${ids.join(", ")} |`] : [];
  });
}

function tableRow(goal: PolicyGoal, row: CoverageRow): string {
  const cells = [
    `**${goal.id}**`,
    KIND_WORDS[goal.kind][0],
    `${goal.text.en}<br>*${goal.text.da}*`,
    `${goal.ages.from}-${goal.ages.to}`,
    askedOf(row),
    factWords(row.facts),
    row.elsewhere?.en ?? "",
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

function themeSection(policy: Policy, rows: readonly CoverageRow[], theme: Policy["themes"][number]): string[] {
  const lines = policy.goals.flatMap((goal, index) => {
    const row = rows[index];
    return goal.theme === theme.id && row ? [tableRow(goal, row)] : [];
  });
  return [
    `## ${theme.name.en} (${theme.name.da})`,
    "",
    "| id | kind | what it wants | ages | asked of | counted | measured elsewhere |",
    "|---|---|---|---|---|---|---|",
    ...lines,
    "",
  ];
}

function countKinds(policy: Policy): string {
  return GOAL_KINDS.map((kind) => [kind, policy.goals.filter((goal) => goal.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1]}`)
    .join(", ");
}

export function writePolicyPage(policy: Policy, bank: readonly BankItem[], published: AskedItems = new Map()): string {
  const rows = coverPolicy(policy, bank, published);
  const forms = FORM_NAMES.map((form) => `| ${form} | ${bank.filter((item) => item.forms[form]).length} |`);
  return [
    "# The policy, and what shows it",
    "",
    "Made by `npm run docs:write` of `surveys/policy/policy.json` and the item bank; do not edit.",
    "",
    `${policy.name.en} (*${policy.name.da}*) of ${policy.municipality}, in our own short words: ${countKinds(policy)}.`,
    "",
    "What children say, what adults saw, and what parents and staff say stand side by side and are never made into one",
    "number. Items in brackets stand in the bank, but in no published survey yet. *Counted* are facts of the platform, never",
    "about one person; most wait for the page that counts them (`surveys/policy/platform-facts.ts`). What is measured",
    "elsewhere is context. An item is told under a line only in forms of the ages that the line is for.",
    "",
    "## How far each line is shown today",
    "",
    "| today | lines | which |",
    "|---|---|---|",
    ...standings(rows),
    "",
    ...policy.themes.flatMap((theme) => themeSection(policy, rows, theme)),
    "## Items of the bank, by form",
    "",
    "| form | items |",
    "|---|---|",
    ...forms,
    "",
  ].join("\n");
}
