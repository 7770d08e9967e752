/** Which answers are counted together: every one of them once, whoever has moved, closed or gone meanwhile. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group, Institution } from "../../../../server/organisation/contract";
import type { HeardGroup, SealingUnit } from "../../../../server/sealing/contract";
import { planUnits } from "../../../../server/sealing/rules";
import type { FormName } from "../../../../surveys/paper/form";

const institution = (id: string, areaId = "nord"): Institution => ({ id, name: id, kinds: ["skole"], areaId });
const group = (id: string, institutionId: string, band: FormName = "6-9", childCount = 24): Group => ({
  id,
  institutionId,
  name: id,
  band,
  childCount,
  code: `code-${id}`,
});
const heard = (of: string, id: string, participants: number, form: FormName = "6-9"): HeardGroup => ({
  institution: of,
  form,
  group: id,
  participants,
});
const round = { id: "r" };

const told = (units: readonly SealingUnit[]) =>
  units.map(({ place, form, leaves }) => [place.kind, place.id, form, ...leaves.map(({ groups }) => groups.join("+"))]);

describe("a plan", () => {
  const institutions = [institution("eg"), institution("birk"), institution("lind", "syd")];
  const groups = [group("a", "eg"), group("b", "eg"), group("c", "birk"), group("d", "lind")];

  it.each<[string, HeardGroup[], string[][] | undefined, string[][]]>([
    ["nobody answered", [], undefined, []],
    [
      "without a promise a form is one leaf",
      [heard("eg", "a", 20), heard("eg", "b", 20)],
      undefined,
      [["institution", "eg", "6-9", "a+b"]],
    ],
    [
      "promised groups are leaves",
      [heard("eg", "a", 20), heard("eg", "b", 20)],
      [["a"], ["b"]],
      [["institution", "eg", "6-9", "a", "b"]],
    ],
    [
      "where fewer than ten took part they are merged once more",
      [heard("eg", "a", 20), heard("eg", "b", 9)],
      [["a"], ["b"]],
      [["institution", "eg", "6-9", "a+b"]],
    ],
    [
      "a form of fewer than ten is counted with its area",
      [heard("eg", "a", 6), heard("birk", "c", 3), heard("lind", "d", 4)],
      undefined,
      [
        ["small-of-area", "nord", "6-9", "a+b+c"],
        ["small-of-area", "syd", "6-9", "d"],
      ],
    ],
    [
      "a group that is gone is counted",
      [heard("eg", "gone", 12)],
      undefined,
      [["institution", "eg", "6-9", "a+b+gone"]],
    ],
    [
      "a group that moved up is counted with the form it answered",
      [heard("eg", "a", 12, "3-5")],
      [["a"], ["b"]],
      [["institution", "eg", "3-5", "a"]],
    ],
    [
      "an institution that closed is counted",
      [heard("shut", "x", 15)],
      undefined,
      [["institution", "shut", "6-9", "x"]],
    ],
  ])("%s", (_, list, leaves, units) =>
    expect(told(planUnits({ round: { ...round, leaves }, groups, institutions, heard: list }))).toEqual(units),
  );

  it("tells how many were invited, and none where it is not known", () => {
    const [unit] = planUnits({ round, groups, institutions, heard: [heard("eg", "a", 30), heard("eg", "gone", 3)] });
    expect(unit?.leaves).toEqual([{ groups: ["a", "b", "gone"], invited: 48 }]);
  });
});

it("has each answer in one unit and one leaf, of ten or more where that can be, under an id of its own", () => {
  const places = ["eg", "birk", "lind", "shut"];
  const forms = ["3-5", "6-9", "10-12"] as const;
  const row = fc.record({
    institution: fc.constantFrom(...places),
    form: fc.constantFrom(...forms),
    group: fc.constantFrom("a", "b", "c", "d"),
    participants: fc.integer({ min: 1, max: 30 }),
  });
  const rows = fc.uniqueArray(row, {
    selector: ({ institution: of, form, group: id }) => `${of} ${form} ${id}`,
    maxLength: 20,
  });
  const invited = fc.array(
    fc.record({ of: fc.nat({ max: 3 }), band: fc.constantFrom(...forms), size: fc.nat({ max: 30 }) }),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(rows, invited, fc.boolean(), (list, asked, isPerGroup) => {
      const heardOf = list.map((one) => ({ ...one, group: `${one.institution}-${one.group}` }));
      const named = asked.map(({ of, band, size }, at) =>
        group(`${places[of]}-${"abcd"[at % 4]}`, places[of] ?? "", band, size),
      );
      const groups = named.filter(({ id }, at) => named.findIndex((one) => one.id === id) === at);
      const leaves = isPerGroup ? groups.map(({ id }) => [id]) : undefined;
      const institutions = [institution("eg"), institution("birk"), institution("lind", "syd")];
      const units = planUnits({ round: { ...round, leaves }, groups, institutions, heard: heardOf });
      expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
      for (const { institution: of, form, group: id } of heardOf) {
        const own = units.filter((unit) => unit.form === form && unit.institutions.includes(of));
        expect(own).toHaveLength(1);
        expect(own.flatMap((unit) => unit.leaves).filter((leaf) => leaf.groups.includes(id))).toHaveLength(1);
      }
      for (const unit of units) {
        const sizes = unit.leaves.map(({ groups: ids }) =>
          heardOf
            .filter((one) => one.form === unit.form && ids.includes(one.group))
            .reduce((sum, { participants }) => sum + participants, 0),
        );
        if (unit.leaves.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
        if (unit.place.kind === "institution") expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
      }
    }),
  );
});
