/**
 * What a form of each age bears. Numbers from the domain research, table 3.2 (after de Leeuw 2011; Borgers, de Leeuw &
 * Hox 2000; Okanda & Itakura 2010; Chambers & Johnston 2002), where not said otherwise.
 */
import type { FormName } from "../paper/form";
import type { Scale } from "../paper/paper";

export interface Limits {
  /** Least and most items, practice not counted. */
  readonly items: readonly [least: number, most: number];
  readonly minutes: number;
  /** Most words in a sentence of a question, and in the label of an answer. */
  readonly questionWords: number;
  readonly answerWords: number;
  /** Most letters of a word: below 100 words LIX says nothing, so words are held short one by one. */
  readonly wordLetters: number;
  /** Highest LIX of all the form's questions together, where they are 100 words or more (Björnsson 1968). */
  readonly lix: number;
  /** Most days a question may look back; 0: not at all. */
  readonly recallDays: number;
  /** Allowed scales, each with its least and most answers. */
  readonly scales: Readonly<Partial<Record<Scale, readonly [least: number, most: number]>>>;
  /** Below 8 years: no reverse items and no "tit" (children read it as a number). */
  readonly isBelowEight: boolean;
}

const YOUNG = {
  "two-pictures": [2, 2],
  "two-step": [4, 4],
  again: [3, 3],
  tokens: [6, 6],
  "choose-pictures": [3, 6],
  "place-map": [2, 2],
} as const;
const SCHOOL = {
  "two-pictures": [2, 2],
  "two-step": [4, 4],
  "three-pictures": [3, 3],
  faces: [3, 5],
  again: [3, 3],
  tokens: [6, 6],
  pairs: [2, 4],
  "choose-pictures": [3, 9],
  "rank-pictures": [3, 5],
  "place-map": [2, 3],
  drawing: [0, 0],
  "voice-note": [0, 0],
} as const;
const OLDER = {
  options: [3, 5],
  ladder: [11, 11],
  pairs: [2, 4],
  "choose-pictures": [3, 9],
  "rank-pictures": [3, 7],
  "place-map": [2, 3],
  text: [0, 0],
  drawing: [0, 0],
  "voice-note": [0, 0],
  photo: [0, 0],
} as const;
const ADULT = { options: [3, 5], ladder: [11, 11], "choose-pictures": [3, 9], text: [0, 0] } as const;

const adults = (items: readonly [number, number], minutes: number): Limits => ({
  items,
  minutes,
  questionWords: 20,
  answerWords: 10,
  wordLetters: 26,
  lix: 42,
  recallDays: 30,
  scales: ADULT,
  isBelowEight: false,
});

const YOUNGEST: Limits = {
  items: [6, 12],
  minutes: 8,
  questionWords: 8,
  answerWords: 8,
  wordLetters: 12,
  lix: 20,
  recallDays: 0,
  scales: YOUNG,
  isBelowEight: true,
};

export const LIMITS: Readonly<Record<FormName, Limits>> = {
  "0-2": { ...adults([6, 10], 4), recallDays: 7 },
  "3": { ...YOUNGEST, items: [6, 10], minutes: 6, scales: { "two-pictures": [2, 2] } },
  "3-5": YOUNGEST,
  "6-9": {
    items: [8, 24],
    minutes: 12,
    questionWords: 12,
    answerWords: 10,
    wordLetters: 14,
    lix: 25,
    recallDays: 0,
    scales: SCHOOL,
    isBelowEight: true,
  },
  "10-12": {
    items: [16, 34],
    minutes: 15,
    questionWords: 16,
    answerWords: 10,
    wordLetters: 18,
    lix: 30,
    recallDays: 14,
    scales: { ...OLDER, "three-pictures": [3, 3] },
    isBelowEight: false,
  },
  "13-18": {
    items: [20, 44],
    minutes: 15,
    questionWords: 20,
    answerWords: 10,
    wordLetters: 22,
    lix: 35,
    recallDays: 30,
    scales: OLDER,
    isBelowEight: false,
  },
  "parents-0-2": adults([8, 20], 8),
  "parents-3-6": adults([8, 20], 8),
  "parents-7-16": adults([8, 20], 8),
  staff: adults([6, 20], 8),
};

/** Seconds an item takes on average with its sound, by form (own estimate, to be replaced by what pretests show). */
export function secondsFor(form: FormName, scale: Scale): number {
  const base: Readonly<Record<FormName, number>> = {
    "0-2": 15,
    "3": 35,
    "3-5": 35,
    "6-9": 26,
    "10-12": 20,
    "13-18": 14,
    "parents-0-2": 16,
    "parents-3-6": 16,
    "parents-7-16": 16,
    staff: 16,
  };
  const extra: Partial<Record<Scale, number>> = {
    "place-map": 40,
    "rank-pictures": 20,
    "choose-pictures": 15,
    "two-step": 10,
    text: 45,
    drawing: 120,
    "voice-note": 60,
    photo: 60,
  };
  return base[form] + (extra[scale] ?? 0);
}
