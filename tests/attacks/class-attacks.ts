/** Attacks on one child of one class whose other answers are known, or do not matter. */
import { formResult } from "../../surveys/results/form-result";
import { estimateMean } from "../../surveys/results/noise-interval";
import { scoreValues } from "../../surveys/results/score-values";
import { questionLaw } from "../../surveys/results/draw-table";
import type { Attack, AttackedRound, Kept } from "./attack";
import { knowingAll } from "./attack";
import { rateOf } from "./bounds";
import { rowOf, votes } from "./evidence";
import {
  PULS_3,
  PULS_6,
  TRIVSEL_10,
  TRIVSEL_6,
  WITH_CONDITION,
  WITH_RANK,
  child,
  itemOf,
  known,
  valueOf,
} from "./forms";

/** One answer to one question leaves one count for another. */
const ONE_ANSWER = rateOf(2);
const TWO_ANSWERS = rateOf(4);

const GLAD = "glad";
const gladly = (secret: boolean, group = "a") =>
  child(PULS_3, { [GLAD]: valueOf(PULS_3, GLAD, secret ? 0 : -1) }, { group });

const one = (answers: AttackedRound["answers"], invited = 24): AttackedRound[] => [
  { groups: [{ id: "a", invited }], answers },
];

const allButOne: Attack = {
  name: "all but one child known",
  key: PULS_3,
  form: "3-5",
  children: (secret) => one([...known(PULS_3, GLAD, 23, 15), gladly(secret)]),
  evidence([table]) {
    const [yes, no] = rowOf(table, GLAD);
    return votes(yes, 16, 15) + votes(no, 8, 9);
  },
  most: ONE_ANSWER,
};

const alike: Attack = {
  name: "everyone answered alike",
  key: PULS_3,
  form: "3-5",
  children: (secret) => one([...known(PULS_3, GLAD, 11, 11), gladly(secret)], 12),
  evidence: ([table]) => votes(rowOf(table, GLAD)[1], 0, 1),
  most: ONE_ANSWER,
};

/** What a page shows of a question: its figures, or that there are too few. */
const shownOf = (key: Attack["key"], table: Kept | undefined, question: string, invited: number) =>
  formResult(
    key,
    { form: key.form, epsilonPermille: 1000, leaves: table?.leaves ?? [], wholes: table ? [table.whole] : [] },
    invited,
  ).questions.find(({ id }) => id === question);

const shownAsSign: Attack = {
  name: "hidden or shown as a sign",
  key: PULS_3,
  form: "3-5",
  children: (secret) =>
    one([
      ...known(PULS_3, GLAD, 9, 5),
      child(PULS_3, { [GLAD]: secret ? valueOf(PULS_3, GLAD, 0) : { no: "declined" } }),
    ]),
  evidence: ([table]) => ((shownOf(PULS_3, table, GLAD, 24)?.choices.length ?? 0) > 0 ? 1 : -1),
  most: ONE_ANSWER,
};

const declinedOrNot: Attack = {
  name: "declined and not understood together",
  key: PULS_3,
  form: "3-5",
  children: (secret) =>
    one([
      ...known(PULS_3, GLAD, 10, 6),
      child(PULS_3, { [GLAD]: { no: "declined" } }),
      child(PULS_3, { [GLAD]: { no: secret ? "declined" : "not-understood" } }),
    ]),
  evidence([table]) {
    const [, , declined, notUnderstood] = rowOf(table, GLAD);
    return votes(declined, 2, 1) + votes(notUnderstood, 0, 1);
  },
  most: ONE_ANSWER,
};

const steps = itemOf(TRIVSEL_10, "quiet-place");
const stepValues = scoreValues(steps, "10-12");

const meanTimesN: Attack = {
  name: "mean × n = integer",
  key: TRIVSEL_10,
  form: "10-12",
  children: (secret) =>
    one([
      ...known(TRIVSEL_10, steps.name, 19, 12),
      child(TRIVSEL_10, { [steps.name]: valueOf(TRIVSEL_10, steps.name, secret ? 0 : -1) }),
    ]),
  evidence([table]) {
    const summed = { counts: rowOf(table, steps.name), participants: 20, leaves: 1, law: questionLaw(1000) };
    const mean = estimateMean(summed, { values: stepValues, most: 100 });
    return (mean ? mean.value * mean.base : 0) - (12 * 100 + 50);
  },
  most: ONE_ANSWER,
};

const condition: Attack = {
  name: "a condition that hides questions",
  key: WITH_CONDITION,
  children: (secret) => {
    const yes = child(WITH_CONDITION, {});
    const no = child(WITH_CONDITION, { filter: "no", "asked-if-yes": undefined });
    return one([...Array.from({ length: 14 }, (_, at) => (at < 9 ? yes : no)), secret ? yes : no]);
  },
  evidence([table]) {
    const [yes, no] = rowOf(table, "filter");
    const [asked, , , , none] = rowOf(table, "asked-if-yes");
    return votes(yes, 10, 9) + votes(no, 5, 6) + votes(asked, 10, 9) + votes(none, 5, 6);
  },
  // The one answer stands in two questions.
  most: TWO_ANSWERS,
};

const map = itemOf(TRIVSEL_6, "best-place");
const place = (at: number): string => map.places?.[at]?.value ?? "";
const sticker = (at: number): string => map.choices.at(at)?.value ?? "";
const mapped = (stickers: readonly string[]) => child(TRIVSEL_6, { [map.name]: stickers });

const oneSticker: Attack = {
  name: "map stickers: which one a place was given",
  key: TRIVSEL_6,
  form: "6-9",
  children: (secret) =>
    one([
      ...Array.from({ length: 12 }, (_, at) => mapped([`${place(at % 3)}=${sticker(at % 2)}`])),
      mapped([`${place(0)}=${sticker(secret ? 0 : -1)}`]),
    ]),
  evidence([table]) {
    const [good, less] = rowOf(table, `${map.name}/${place(0)}`);
    return votes(good, 3, 2) + votes(less, 2, 3);
  },
  most: ONE_ANSWER,
};

const whichPlace: Attack = {
  name: "map stickers: where the only one was put",
  key: TRIVSEL_6,
  form: "6-9",
  children: (secret) =>
    one([
      ...Array.from({ length: 12 }, () => mapped([`${place(2)}=${sticker(0)}`])),
      mapped([`${place(secret ? 0 : 1)}=${sticker(0)}`]),
    ]),
  evidence([table]) {
    const first = rowOf(table, `${map.name}/${place(0)}`);
    const second = rowOf(table, `${map.name}/${place(1)}`);
    return votes(first[0], 1, 0) + votes(first[2], 12, 13) + votes(second[0], 0, 1) + votes(second[2], 13, 12);
  },
  // The promise is per place, and two places tell of it.
  most: TWO_ANSWERS,
};

const spareCards: Attack = {
  name: "spare cards filled by an adult",
  key: PULS_3,
  form: "3-5",
  children: (secret) => one([...known(PULS_3, GLAD, 12, 0), gladly(secret)], 2),
  evidence: ([table]) => {
    const share = shownOf(PULS_3, table, GLAD, 2)?.choices[0]?.share.value ?? 0;
    return share - 50 / 13;
  },
  most: ONE_ANSWER,
};

const WISHES = "wish";
const wished = (from: number) => [0, 1, 2].map((at) => valueOf(PULS_6, WISHES, from + at));

const severalChoices: Attack = {
  name: "three choices of many",
  key: PULS_6,
  form: "6-9",
  children: (secret) =>
    one([...Array.from({ length: 15 }, () => child(PULS_6, {})), child(PULS_6, { [WISHES]: wished(secret ? 0 : 3) })]),
  evidence: ([table]) =>
    rowOf(table, WISHES)
      .slice(0, 6)
      .reduce((sum, count, at) => sum + (at < 3 ? votes(count, 1, 0) : votes(count, 0, 1)), 0),
  // Six counts move, each with a third of epsilon.
  most: rateOf(6, questionLaw(1000, 3)),
};

const putFirst: Attack = {
  name: "what was put first",
  key: WITH_RANK,
  children: (secret) => {
    const ranked = (...order: string[]) => child(WITH_RANK, { best: order });
    return one([
      ...Array.from({ length: 11 }, () => ranked("c", "a", "b")),
      secret ? ranked("a", "b", "c") : ranked("b", "a", "c"),
    ]);
  },
  evidence([table]) {
    const [a, b] = rowOf(table, "best");
    return votes(a, 1, 0) + votes(b, 0, 1);
  },
  most: ONE_ANSWER,
};

const rareLanguage: Attack = {
  name: "a rare language",
  key: PULS_3,
  form: "3-5",
  children: (secret) => [
    {
      groups: [{ id: "a", invited: 24 }],
      answers: known(PULS_3, GLAD, 20, 12),
      ways: { languages: { da: secret ? 19 : 20, so: secret ? 1 : 0 }, modes: { solo: 20 }, help: { none: 20 } },
    },
  ],
  evidence([table]) {
    const { da, so } = table?.whole.ways.languages ?? {};
    return votes(so, 1, 0) + votes(da, 19, 20);
  },
  // With half of epsilon.
  most: rateOf(2, questionLaw(1000, 2)),
};

export const classAttacks: readonly Attack[] = [
  allButOne,
  alike,
  shownAsSign,
  declinedOrNot,
  meanTimesN,
  condition,
  oneSticker,
  whichPlace,
  spareCards,
  severalChoices,
  putFirst,
  rareLanguage,
].map(knowingAll);
