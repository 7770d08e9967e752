/** The policy as data: it is whole, says truly what shows each line today, and another municipality's loads as well. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bank } from "#surveys/bank/bank";
import { audienceOf, FORM_NAMES } from "#surveys/paper/form";
import { definitions } from "#surveys/definitions/index";
import { askedItems } from "#surveys/engine/asked-items";
import { loadSurvey } from "#surveys/engine/load-survey";
import { coverPolicy, isOfAges, uncovered, unknownGoals } from "#surveys/policy/coverage";
import { findGoal, loadPolicy, policy } from "#surveys/policy/policy";
import { writePolicyPage } from "#surveys/policy/policy-page";
import { GOAL_KINDS } from "#surveys/policy/policy-shape";

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const published = askedItems(definitions.map(({ json }) => loadSurvey(json)));
const rows = coverPolicy(policy, bank, published);

describe("the policy", () => {
  it("has every line of its source, by kind", () => {
    const idsOf = Object.fromEntries(
      GOAL_KINDS.map((kind) => [kind, policy.goals.flatMap((goal) => (goal.kind === kind ? goal.id : [])).join(" ")]),
    );
    expect(idsOf).toEqual({
      commitment: "O1 O2 O3 O4 O5",
      stance: "V1 V2 V3 V4",
      goal: "1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2 3.3 4.1 4.2 4.3",
      mark: "3.i 3.ii 3.iii 3.iv",
      measure: "1.a 1.b 1.c 1.d 1.e 1.f 2.a 2.b 2.c 2.d 2.e 3.a 3.b 3.c 3.d 3.e 4.a 4.b 4.c 4.d 4.e 4.f",
    });
  });

  it("says each of them in a short sentence", () => {
    for (const { text } of policy.goals)
      expect(Math.max(text.da.split(" ").length, text.en.split(" ").length)).toBeLessThanOrEqual(20);
  });

  it("finds a goal by its id", () => {
    expect(findGoal(policy, "4.1")?.text.da).toBe("Børn er med i de beslutninger, der handler om dem");
    expect(findGoal(policy, "9.9")).toBeUndefined();
  });
});

describe("what shows the policy", () => {
  it("every line has an item, a fact or a place where it is measured, but one", () => {
    expect(uncovered(rows).map(({ id }) => id)).toEqual(["1.d"]);
  });

  it("every voice that a line counts on is asked, but parents about programmes for parents", () => {
    const silent = rows.flatMap(({ id, unasked }) => unasked.map((voice) => `${id} ${voice}`));
    expect(silent).toEqual(["1.d parent"]);
  });

  it("a line is shown by children only where a published survey asks children of its ages", () => {
    for (const { id, standing, items } of rows) {
      const asked = FORM_NAMES.filter((form) => items[form]?.some((name) => published.get(form)?.has(name)));
      expect([id, standing === "children"]).toEqual([id, asked.some((form) => audienceOf(form) === "child")]);
    }
  });

  it("facts that no page counts yet show nothing", () => {
    const [bare] = rows.filter(({ id }) => id === "3.e");
    expect(bare).toMatchObject({ standing: "nothing", facts: ["areas", "reach"] });
  });

  it("practice shows nothing, and every other item only goals of the ages of one of its forms", () => {
    for (const { name, goals, forms } of bank) {
      if (name.startsWith("practice-")) expect([name, goals]).toEqual([name, []]);
      const ages = FORM_NAMES.filter((form) => forms[form]);
      const strange = goals.filter((id) => {
        const goal = findGoal(policy, id);
        return !goal || !ages.some((form) => isOfAges(goal, form));
      });
      expect([name, strange]).toEqual([name, []]);
    }
  });

  it("every goal that an item names exists", () => {
    expect(unknownGoals(policy, bank)).toEqual({});
  });

  it("every item is found under each goal it names, in each of its forms that is of the goal's ages", () => {
    for (const { name, goals, forms } of bank) {
      for (const id of goals) {
        const row = rows.find((one) => one.id === id);
        const goal = findGoal(policy, id);
        const found = FORM_NAMES.filter((form) => row?.items[form]?.includes(name));
        expect(found).toEqual(FORM_NAMES.filter((form) => forms[form] && goal && isOfAges(goal, form)));
      }
    }
  });

  it("docs/policy.md is what `npm run docs:write` makes", () => {
    expect(readFileSync("docs/policy.md", "utf8")).toBe(writePolicyPage(policy, bank, published));
  });
});

describe("another municipality's policy", () => {
  const other = loadPolicy(readJson("tests/cases/policy/coast-town.json"));

  it("has goals, themes and kinds of its own, and is shown by items that name other ids", () => {
    const [someone, boats, answered] = coverPolicy(other, bank);
    expect(someone?.items["13-18"]).toContain("someone");
    expect(someone?.unasked).toEqual([]);
    expect(boats).toMatchObject({ id: "A2-boats", items: {}, unasked: ["child", "staff"] });
    expect(answered).toMatchObject({ items: {}, facts: ["feedback-on-time"], unasked: [] });
  });

  it("is told which of its lines nothing shows, and which items' goals it does not have", () => {
    expect(uncovered(coverPolicy(other, bank)).map(({ id }) => id)).toEqual(["A2-boats"]);
    const strangers = unknownGoals(other, bank);
    expect(strangers["4.f"]).toEqual(["staff-training"]);
    expect(strangers["3.2"]).toBeUndefined();
  });

  it("has a page of its own", () => {
    const page = writePolicyPage(other, bank);
    expect(page).toContain("| nothing shows it yet | 2 | A2-boats, B |");
    expect(page).toContain("| only items of the bank ask about it, and no published survey does yet | 1 | A1 |");
    expect(page).toContain("1 stance, 1 goal, 1 measure");
  });

  const [first, ...rest] = other.goals;
  it.each([
    ["an id that is taken", { goals: [first, first, ...rest] }, '"A1" is taken already'],
    ["a theme that does not exist", { goals: [{ ...first, theme: "sky" }] }, 'there is no theme "sky"'],
    ["nothing that could show it", { goals: [{ ...first, shownBy: {} }] }, "names nobody and nothing"],
    ["an unknown fact", { goals: [{ ...first, shownBy: { facts: ["weather"] } }] }, "goals[0].shownBy.facts[0]"],
    ["ages the wrong way round", { goals: [{ ...first, ages: { from: 9, to: 3 } }] }, "from is after to"],
    ["no English", { name: { da: "Ungepolitik" } }, "name.en"],
  ])("is refused with a reason when it has %s", (_what, change, reason) => {
    expect(() => loadPolicy({ ...other, ...change })).toThrow(reason);
  });
});

it("what adults say is never shown as what children say", () => {
  const adults = bank.filter(({ name }) => /^(sign|parent|staff)-/.test(name)).map(({ name }) => name);
  for (const { items } of rows) {
    const said = FORM_NAMES.filter((form) => audienceOf(form) === "child").flatMap((form) => items[form] ?? []);
    expect(said.filter((name) => adults.includes(name))).toEqual([]);
  }
});
