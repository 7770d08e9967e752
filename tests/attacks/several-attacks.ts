/** Attacks by several figures of the same children: parts and wholes, cuts that overlap, rounds one after the other. */
import { questionLaw } from "../../surveys/results/draw-table";
import type { DrawBelow } from "../../surveys/results/draw-noise";
import { addUp, estimate } from "../../surveys/results/estimate";
import type { Attack, AttackedRound, Kept } from "./attack";
import { knowingAll } from "./attack";
import { rateOf } from "./bounds";
import { rowOf, votes } from "./evidence";
import { PULS_3, child, known, unknown, valueOf } from "./forms";

const GLAD = "glad";
const SIZE = 12;
const FIRST = 7;
const GROUPS = ["a", "b", "c"];

const target = (secret: boolean, group: string) =>
  child(PULS_3, { [GLAD]: valueOf(PULS_3, GLAD, secret ? 0 : -1) }, { group });

/** Three groups; the child is in the second, whose other children are known, and the others' answers are drawn. */
function threeGroups(secret: boolean, others: DrawBelow): AttackedRound {
  return {
    groups: GROUPS.map((id) => ({ id, invited: SIZE + 3 })),
    answers: [
      ...unknown(PULS_3, GLAD, SIZE, others, "a"),
      ...known(PULS_3, GLAD, SIZE - 1, FIRST, "b"),
      target(secret, "b"),
      ...unknown(PULS_3, GLAD, SIZE, others, "c"),
    ],
  };
}

/** A figure of some of the groups as it is told: estimated counts, which add up. */
function toldOf(table: Kept | undefined, groups: readonly string[]): readonly number[] {
  const leaves = (table?.leaves ?? []).filter((leaf) => leaf.groups.some((id) => groups.includes(id)));
  const summed = addUp(
    leaves.map(({ counts, participants }) => ({
      counts: counts[GLAD] ?? [],
      participants,
      leaves: 1,
      law: questionLaw(1000),
    })),
  );
  return summed ? estimate(summed) : [];
}

/** Of counts that are `FIRST` and the others, give or take the child. */
const leaning = (yes: number, no: number): number => yes - no - (FIRST - (SIZE - 1 - FIRST));

const minusSiblings: Attack = {
  name: "parent minus siblings",
  key: PULS_3,
  form: "3-5",
  children: (secret, others) => [threeGroups(secret, others)],
  evidence([table]) {
    const [whole, a, c] = [GROUPS, ["a"], ["c"]].map((groups) => toldOf(table, groups));
    const hidden = (at: number) => (whole?.[at] ?? 0) - (a?.[at] ?? 0) - (c?.[at] ?? 0);
    return leaning(hidden(0), hidden(1));
  },
  most: rateOf(2),
};

const overlappingCuts: Attack = {
  name: "overlapping cuts",
  key: PULS_3,
  form: "3-5",
  children: (secret, others) => [threeGroups(secret, others)],
  evidence([table]) {
    const [ab, bc, whole] = [["a", "b"], ["b", "c"], GROUPS].map((groups) => toldOf(table, groups));
    const both = (at: number) => (ab?.[at] ?? 0) + (bc?.[at] ?? 0) - (whole?.[at] ?? 0);
    return leaning(both(0), both(1));
  },
  most: rateOf(2),
};

const lateJoiner: Attack = {
  name: "late joiner",
  key: PULS_3,
  form: "3-5",
  children(secret, others) {
    const same = unknown(PULS_3, GLAD, 23, others);
    const groups = [{ id: "a", invited: 24 }];
    return [
      { groups, answers: same },
      { groups, answers: [...same, target(secret, "a")] },
    ];
  },
  evidence([before, after]) {
    const risen = (at: number) => (rowOf(after, GLAD)[at] ?? 0) - (rowOf(before, GLAD)[at] ?? 0);
    return risen(0) - risen(1);
  },
  // One round with the child in it; the other only tells of the others.
  most: rateOf(2),
};

const twoRounds: Attack = {
  name: "two rounds of the same children",
  key: PULS_3,
  form: "3-5",
  children(secret) {
    const answers = [...known(PULS_3, GLAD, SIZE - 1, FIRST), target(secret, "a")];
    const round = { groups: [{ id: "a", invited: SIZE }], answers };
    return [round, round];
  },
  evidence: (tables) =>
    tables.reduce((sum, table) => {
      const [yes, no] = rowOf(table, GLAD);
      return sum + votes(yes, FIRST + 1, FIRST) + votes(no, SIZE - 1 - FIRST, SIZE - FIRST);
    }, 0),
  most: rateOf(4),
};

export const severalAttacks: readonly Attack[] = [minusSiblings, overlappingCuts, lateJoiner, knowingAll(twoRounds)];
