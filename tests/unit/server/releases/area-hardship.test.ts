/** What stands beside an institution's hardship count: its area's, a sum of tables, and only where that is of others too. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group, Institution } from "../../../../server/organisation/contract";
import type { Release } from "../../../../server/releases/contract";
import type { FormName } from "../../../../surveys/paper/form";
import type { UnitTable } from "../../../../surveys/results/table";
import { TRIVSEL_10, TRIVSEL_6, child } from "../../../attacks/forms";
import type { GivenAnswer, Played } from "../../../support/played-round";
import { releasesOf, sealTables } from "../../../support/played-round";
import { seededDraw } from "../../../support/seeded-draw";
import { aRound } from "../../../support/small-municipality";

const scoringKey = (form: FormName) => (form === "10-12" ? TRIVSEL_10 : TRIVSEL_6);
const NORTH = { id: "nord", name: "Nord" };
const SOUTH = { id: "syd", name: "Syd" };

interface Asked {
  readonly id: string;
  readonly heard: number;
  readonly invited?: number;
  readonly area?: string;
  readonly form?: FormName;
}

const institutionOf = ({ id, area = "nord" }: Asked): Institution => ({ id, name: id, kinds: ["skole"], areaId: area });
const groupOf = ({ id, heard, invited = heard + 4, form = "6-9" }: Asked): Group => ({
  ...{ id: `${id}-${form}`, institutionId: id, name: `Group ${form}`, band: form, childCount: invited },
  code: `code-${id}-${form}`,
});
const answersOf = ({ id, heard, form = "6-9" }: Asked): GivenAnswer[] =>
  Array.from({ length: heard }, (_, at) => ({
    ...child(scoringKey(form), {}, { group: `${id}-${form}`, rest: at % 3 }),
    ...{ institution: id, form },
  }));

function playedBy(asked: readonly Asked[]): Played {
  const groups = asked.map(groupOf);
  return {
    round: { ...aRound({ groupIds: groups.map(({ id }) => id) }), survey: "trivsel" },
    groups,
    institutions: [...new Map(asked.map((one) => [one.id, institutionOf(one)])).values()],
    areas: [NORTH, SOUTH],
    answers: asked.flatMap(answersOf),
    scoringKey,
    draw: seededDraw(11),
  };
}

const tell = (played: Played, tables?: readonly UnitTable[]) => releasesOf(played, tables && [...tables]);
const formOf = (releases: ReadonlyMap<string, Release>, id: string, form: FormName = "6-9") =>
  releases.get(id)?.forms.find((one) => one.form === form);
const besideOf = (asked: readonly Asked[], id = "eg", form: FormName = "6-9") =>
  formOf(tell(playedBy(asked)), id, form)?.areaHardship;

describe("the area's hardship", () => {
  it("stands beside the institution's own, with the area's name and all who took part there", () => {
    const told = besideOf([
      { id: "eg", heard: 80 },
      { id: "birk", heard: 40 },
      { id: "lind", heard: 70, area: "syd" },
    ]);
    expect(told).toMatchObject({ area: "Nord", base: 120 });
    expect(told?.shares).toHaveLength(4);
    for (const { value, low, high } of told?.shares ?? [])
      expect([low, value, high]).toEqual([low, value, high].sort((a, b) => a - b));
  });

  it.each<readonly [string, readonly Asked[]]>([
    [
      "nobody else is asked in the area",
      [
        { id: "eg", heard: 80 },
        { id: "lind", heard: 70, area: "syd" },
      ],
    ],
    [
      "nobody else of the area took part",
      [
        { id: "eg", heard: 80 },
        { id: "birk", heard: 0, invited: 4 },
      ],
    ],
    [
      "the others of the area have another form",
      [
        { id: "eg", heard: 80 },
        { id: "birk", heard: 90, form: "10-12" },
      ],
    ],
    [
      "below 30 of 100 in the area took part",
      [
        { id: "eg", heard: 80 },
        { id: "birk", heard: 12, invited: 600 },
      ],
    ],
    [
      "the institution has none of its own",
      [
        { id: "eg", heard: 59 },
        { id: "birk", heard: 90 },
      ],
    ],
  ])("is not there where %s", (_, asked) => {
    expect(besideOf(asked)).toBeUndefined();
  });

  it("counts the small ones of the area, which have no table of their own", () => {
    expect(
      besideOf([
        { id: "eg", heard: 80 },
        { id: "birk", heard: 7 },
      ]),
    ).toMatchObject({ base: 87 });
  });

  it("is each form's own", () => {
    const asked: readonly Asked[] = [
      { id: "eg", heard: 80 },
      { id: "eg", heard: 70, form: "10-12" },
      { id: "birk", heard: 30 },
    ];
    expect(besideOf(asked)).toMatchObject({ base: 110 });
    expect(besideOf(asked, "eg", "10-12")).toBeUndefined();
  });

  it("is not in what is computed of an input that was kept without areas, and nothing else is another", () => {
    const played = playedBy([
      { id: "eg", heard: 80 },
      { id: "birk", heard: 40 },
    ]);
    const older = { ...played, areas: undefined };
    const tables = sealTables(played);
    const [now, then] = [tell(played, tables), tell(older, tables)];
    const { areaHardship, ...rest } = formOf(now, "eg") ?? {};
    expect(areaHardship).toBeDefined();
    expect(formOf(then, "eg")).toEqual(rest);
    expect(JSON.stringify(then.get("eg"))).not.toContain("areaHardship");
  });
});

/** Four counts of a unit, as noise may have left them. */
const counts = fc.array(fc.integer({ min: -6, max: 60 }), { minLength: 4, maxLength: 4 });

it("is arithmetic on the tables: their counts added up, less what they are too many, of all who took part", () => {
  const played = playedBy([
    { id: "eg", heard: 80 },
    { id: "birk", heard: 40 },
    { id: "ask", heard: 6 },
    { id: "lind", heard: 70, area: "syd" },
  ]);
  const drawn = sealTables(played);
  fc.assert(
    fc.property(fc.array(counts, { minLength: drawn.length, maxLength: drawn.length }), (given) => {
      const tables = drawn.map((table, at) => ({ ...table, whole: { ...table.whole, hardship: given[at] ?? [] } }));
      const north = tables.filter(({ place }) => place.id !== "lind");
      const sums = [0, 1, 2, 3].map((at) => north.reduce((sum, { whole }) => sum + (whole.hardship[at] ?? 0), 0));
      const excess = (sums.reduce((sum, one) => sum + one, 0) - 126) / 4;
      const expected = sums.map((sum) => Math.min(100, Math.max(0, (100 * (sum - excess)) / 126)));
      const told = formOf(tell(played, tables), "eg")?.areaHardship;
      expect(told?.base).toBe(126);
      expect(told?.shares).toHaveLength(4);
      told?.shares.forEach(({ value }, at) => expect(Math.abs(value - (expected[at] ?? 0))).toBeLessThanOrEqual(0.051));
      // What is not the area's does not move it.
      const elsewhere = tables.map((table) =>
        table.place.id === "lind" ? { ...table, whole: { ...table.whole, hardship: [70, 0, 0, 0] } } : table,
      );
      expect(formOf(tell(played, elsewhere), "eg")?.areaHardship).toEqual(told);
    }),
    { numRuns: 25 },
  );
});
