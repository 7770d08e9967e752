/** A release with one of everything that a release can tell: two forms, groups, each finding, an earlier round. */
import type { FormRelease, IndexBeside, Release } from "../../server/releases/contract";
import type { QuestionResult } from "../../surveys/results/form-result";

const favourable = { value: 61.2, low: 50.1, high: 72.3, ofAll: { low: 40.4, high: 79.5 } };
const opposite = { value: 38.8, low: 27.7, high: 49.9, ofAll: { low: 20.5, high: 59.6 } };

const aQuestion: QuestionResult = {
  id: "safe",
  item: "safe",
  type: "faces",
  theme: "trust",
  index: "W1",
  isAnchor: true,
  question: { da: "Er du tryg her?", en: "Are you safe here?" },
  base: 27,
  choices: [
    { value: "yes", label: { da: "Ja", en: "Yes" }, isFavourable: true, share: { value: 61.2, low: 50.1, high: 72.3 } },
    { value: "no", label: { da: "Nej", en: "No" }, isFavourable: false, share: { value: 38.8, low: 27.7, high: 49.9 } },
  ],
  favourable,
  opposite,
  without: { declined: 3.3, "not-understood": 0, none: 6.7 },
};

const aPlace: QuestionResult = {
  ...aQuestion,
  id: "map/yard",
  item: "map",
  type: "place-map",
  isAnchor: false,
  place: { da: "Gården", en: "The yard" },
  choices: [{ value: "without", isFavourable: false, share: { value: 12.5, low: 0, high: 31 } }],
  favourable: undefined,
  opposite: undefined,
};

const anIndex: IndexBeside = {
  index: "W1",
  theme: "trust",
  madeOf: "safe:yes,no",
  value: 64.5,
  low: 58.1,
  high: 70.9,
  base: 27,
  noiseVariance: 3.1415926,
  municipality: 71.4,
  margin: 9.8,
  change: {
    kind: "change",
    form: "6-9",
    index: "W1",
    theme: "trust",
    direction: "down",
    by: -12.4,
    low: -20.2,
    high: -4.6,
    certainty: "fairly-certain",
  },
  past: [{ roundId: "last", title: { da: "Efterår", en: "Autumn" }, closedOn: "2025-10-31", value: 76.9, margin: 8.7 }],
};

const aForm: FormRelease = {
  form: "6-9",
  invited: 34,
  participants: 30,
  response: "full",
  questions: [aQuestion, aPlace],
  indices: [anIndex, { ...anIndex, index: "W2", theme: "belong", change: "cannot-tell", past: [] }],
  hardship: { base: 64, shares: [0, 1, 2, 3].map((at) => ({ value: 40 - at, low: 30 - at, high: 50 - at })) },
  areaHardship: {
    area: "Nord",
    base: 212,
    shares: [0, 1, 2, 3].map((at) => ({ value: 44 - at, low: 42 - at, high: 46 - at })),
  },
  leaves: [
    {
      names: ["1. A", "1. B"],
      invited: 21,
      participants: 18,
      indices: [{ index: "W1", share: [60.5, 44.4, 77.7] }],
      questions: [
        {
          id: "safe",
          choices: [
            [62, 41, 83],
            [38, 17, 59],
          ],
          favourable: [62, 41, 83],
        },
      ],
    },
  ],
};

export function aRelease(changes: Partial<Release> = {}): Release {
  return {
    roundId: "forar",
    roundTitle: { da: "Forår", en: "Spring" },
    institutionId: "eg",
    institutionName: "Egeskolen",
    version: 1,
    survey: "puls",
    surveyVersion: 1,
    closedOn: "2026-03-20",
    sealedOn: "2026-03-24",
    feedbackDueOn: "2026-04-20",
    ownerRole: { da: "Lederen", en: "The head" },
    epsilonPermille: 1000,
    invited: 38,
    participants: 30,
    isMoreThanInvited: false,
    response: "full",
    heard: [
      { form: "6-9", names: ["1. A", "1. B"], invited: 21, participants: 18 },
      { form: "3-5", names: ["Rød stue"], invited: 4 },
    ],
    findings: [
      {
        ...{ kind: "good", form: "6-9", theme: "trust", index: "W1", item: "safe", side: "favourable" },
        ...{ saying: { quantity: "over-half", tenths: 6, share: favourable }, ofThoseWhoAnswered: false },
        precision: "rough",
      } as Release["findings"][number],
      anIndex.change as Release["findings"][number],
      { kind: "missing", invited: 38, participants: 30 },
      { kind: "first-time" },
    ],
    forms: [
      aForm,
      { form: "3-5", invited: 4, response: "full", hidden: "with-area", questions: [], indices: [], leaves: [] },
    ],
    hash: "0".repeat(64),
    ...changes,
  };
}
