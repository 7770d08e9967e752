/** What an institution is told of its round, also where hardly anything can be told. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group, Institution } from "../../../../server/organisation/contract";
import type { Release } from "../../../../server/releases/contract";
import type { FormName } from "../../../../surveys/paper/form";
import type { ScoringKey } from "../../../../surveys/paper/scoring-key";
import { TRIVSEL_10, TRIVSEL_3, TRIVSEL_6, child } from "../../../attacks/forms";
import type { GivenAnswer, Played } from "../../../support/played-round";
import { releasesOf } from "../../../support/played-round";
import { seededDraw } from "../../../support/seeded-draw";
import { aRound } from "../../../support/small-municipality";

const KEYS: Partial<Record<FormName, ScoringKey>> = { "3-5": TRIVSEL_3, "6-9": TRIVSEL_6, "10-12": TRIVSEL_10 };
const scoringKey = (form: FormName): ScoringKey => KEYS[form] ?? TRIVSEL_6;

const institution = (id: string, name = id): Institution => ({ id, name, kinds: ["skole"], areaId: "nord" });
const group = (id: string, institutionId: string, band: FormName = "6-9", childCount = 24): Group => ({
  id,
  institutionId,
  name: `Group ${id}`,
  band,
  childCount,
  code: `code-${id}`,
});

const schools = ["eg", "birk", "lind", "ask", "bøg", "el", "fyr", "gran", "hassel", "pil"];
const institutions = schools.map((id) => institution(id));
const groups = schools.flatMap((id) => [group(`${id}-1`, id), group(`${id}-2`, id)]);

interface Answering {
  readonly form?: FormName;
  readonly rest?: number;
  readonly given?: Parameters<typeof child>[1];
}

const answering = (of: string, id: string, count: number, { form = "6-9", rest = 0, given = {} }: Answering = {}) =>
  Array.from(
    { length: count },
    (): GivenAnswer => ({ ...child(scoringKey(form), given, { group: id, rest }), institution: of, form }),
  );

const everybody = (how?: Answering) => groups.flatMap((one) => answering(one.institutionId, one.id, 20, how));

const played = (changes: Partial<Played> = {}): Played => ({
  round: { ...aRound({ groupIds: groups.map(({ id }) => id) }), survey: "trivsel" },
  groups,
  institutions,
  answers: everybody(),
  scoringKey,
  draw: seededDraw(7),
  ...changes,
});

const release = (changes: Partial<Played> = {}, id = "eg"): Release => {
  const found = releasesOf(played(changes)).get(id);
  if (!found) throw new Error("There is no release.");
  return found;
};

describe("a release", () => {
  it("tells who took part, what they answered, and what stands out", () => {
    const { participants, invited, forms, findings, isMoreThanInvited, response } = release();
    expect({ participants, invited, isMoreThanInvited, response }).toEqual({
      participants: 40,
      invited: 48,
      isMoreThanInvited: false,
      response: "full",
    });
    expect(forms[0]?.questions).toHaveLength(23 + 7);
    expect(forms[0]?.indices.map(({ index }) => index)).toEqual(["W1", "W2", "W3", "W4", "W5", "P1", "P2"]);
    expect(findings.some(({ kind }) => kind === "first-time")).toBe(true);
  });

  it("of a round in which nobody answered says so, and no figure", () => {
    const told = release({ answers: [] });
    expect(told.participants).toBeUndefined();
    expect(told.forms).toMatchObject([{ hidden: "nobody", response: "only-rate", questions: [], indices: [] }]);
    expect(told.findings).toEqual([{ kind: "missing", invited: 48 }]);
  });

  it("of a question that everybody declined has no figure, and all others", () => {
    const [form] = release({ answers: everybody({ given: { glad: { no: "declined" } } }) }).forms;
    const declined = form?.questions.find(({ id }) => id === "glad");
    expect(declined).toMatchObject({ choices: [] });
    expect(declined?.favourable).toBeUndefined();
    expect(declined?.without.declined).toBeGreaterThan(80);
    // Nobody was asked of the seven places.
    expect(form?.questions.filter(({ choices }) => choices.length > 0)).toHaveLength(22);
  });

  it("tells of more answers than children, and raises the number of the invited nowhere else", () => {
    const extra = answering("eg", "eg-1", 40);
    const told = release({ answers: [...everybody(), ...extra] });
    expect(told).toMatchObject({ isMoreThanInvited: true, participants: 80, invited: 80 });
    expect(release({ answers: [...everybody(), ...extra] }, "birk")).toMatchObject({
      isMoreThanInvited: false,
      invited: 48,
    });
  });

  it("keeps markup in names as the text it is", () => {
    const name = `<script>alert("1")</script> & 'Søn'`;
    const told = release({
      institutions: [institution("eg", name), ...institutions.slice(1)],
      groups: groups.map((one) => (one.id === "eg-1" ? { ...one, name } : one)),
    });
    expect(told.institutionName).toBe(name);
    expect(told.heard.flatMap(({ names }) => names)).toContain(name);
  });

  it("counts a group that moved up while the round was open with the form it answered", () => {
    const moved = groups.map((one) => (one.institutionId === "eg" ? { ...one, band: "10-12" as const } : one));
    const told = release({ groups: moved });
    expect(told.participants).toBe(40);
    const form = told.forms.find((one) => one.form === "6-9");
    expect(form?.questions.length).toBeGreaterThan(20);
    expect(told.heard.find((one) => one.form === "6-9")?.names).toEqual(["Group eg-1", "Group eg-2"]);
  });

  it("of an institution that closed since has nothing to compare, and disturbs no other", () => {
    const before = releasesOf(played());
    const left = institutions.filter(({ id }) => id !== "lind");
    const earlier = new Map([...before].map(([id, one]) => [id, [one]]));
    const after = releasesOf(
      played({
        institutions: left,
        groups: groups.filter(({ institutionId }) => institutionId !== "lind"),
        answers: everybody().filter((one) => one.institution !== "lind"),
        earlier,
      }),
    );
    expect([...after.keys()]).toEqual(schools.filter((id) => id !== "lind"));
    expect(after.get("eg")?.forms[0]?.indices.every(({ change }) => change !== undefined)).toBe(true);
  });
});

describe("since the last round", () => {
  const earlier = (how?: Answering) =>
    new Map([...releasesOf(played({ answers: everybody(how) }))].map(([id, one]) => [id, [one]] as const));

  it("says of the same answers that nothing can be told", () => {
    const { forms, findings } = release({ earlier: earlier() });
    for (const { change, past } of forms[0]?.indices ?? []) {
      expect(change).toBe("cannot-tell");
      expect(past).toHaveLength(1);
    }
    expect(findings.some(({ kind }) => kind === "cannot-tell")).toBe(true);
  });

  it("finds what turned from the best to the worst", () => {
    const worse = [
      ...everybody().filter((one) => one.institution !== "eg"),
      ...answering("eg", "eg-1", 20, { rest: 1 }),
      ...answering("eg", "eg-2", 20, { rest: 1 }),
    ];
    const { findings } = release({ answers: worse, earlier: earlier() });
    expect(findings.filter(({ kind }) => kind === "change").length).toBeGreaterThan(0);
    for (const finding of findings)
      if (finding.kind === "change") expect(finding).toMatchObject({ direction: "down", certainty: "fairly-certain" });
  });

  it("compares only what is made of the same items", () => {
    const other: ScoringKey = {
      ...TRIVSEL_6,
      version: 2,
      items: TRIVSEL_6.items.filter(({ name }) => name !== "quiet-place"),
    };
    const { forms } = release({
      earlier: earlier(),
      scoringKey: (form) => (form === "6-9" ? other : scoringKey(form)),
    });
    for (const { index, change, past } of forms[0]?.indices ?? []) {
      expect(past).toHaveLength(index === "W4" ? 0 : 1);
      expect(change === undefined).toBe(index === "W4");
    }
  });
});

/** Every number that stands anywhere in it. */
const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : value && typeof value === "object"
      ? Object.values(value).flatMap(numbersIn)
      : [];

it("has nothing but numbers in its figures, within their range, whatever was answered by however few", () => {
  const class_ = fc.record({
    size: fc.nat({ max: 30 }),
    rest: fc.integer({ min: 0, max: 2 }),
    glad: fc.constantFrom({ no: "declined" } as const, { no: "not-understood" } as const, undefined),
  });
  fc.assert(
    fc.property(
      fc.array(class_, { minLength: 6, maxLength: 6 }),
      fc.integer(),
      fc.boolean(),
      (classes, seed, isPerGroup) => {
        const answers = classes.flatMap(({ size, rest, glad }, at) => {
          const { id, institutionId } = groups[at] ?? { id: "", institutionId: "" };
          return answering(institutionId, id, size, { rest, given: { glad } });
        });
        const leaves = isPerGroup ? groups.map(({ id }) => [id]) : undefined;
        const round = { ...played().round, leaves };
        const given = { answers, round, draw: seededDraw(seed) };
        for (const told of releasesOf(played(given)).values()) {
          expect(numbersIn(told).every(Number.isFinite)).toBe(true);
          for (const { questions, indices, participants = 0 } of told.forms) {
            const shares = [...indices, ...questions.flatMap(({ choices }) => choices.map(({ share }) => share))];
            for (const { value, low, high } of shares) {
              expect(low).toBeLessThanOrEqual(high);
              expect(value >= 0 && value <= 100 && low >= 0 && high <= 100).toBe(true);
            }
            if (participants < 10) expect(shares).toEqual([]);
          }
          const taken = answers.filter((one) => one.institution === told.institutionId).length;
          expect(told.participants).toBe(taken < 5 ? undefined : taken);
        }
      },
    ),
    { numRuns: 15 },
  );
});
