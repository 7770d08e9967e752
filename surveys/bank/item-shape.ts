/**
 * What one file of the item bank says: what is asked in each form, on which scale, in which words and pictures, what it
 * counts towards, and where the wording comes from. `compose-survey.ts` makes SurveyJS JSON of it.
 */
import { z } from "zod";
import { MOST_TEXT } from "../paper/answer-value";
import { FORM_NAMES } from "../paper/form";
import { LANGUAGES } from "../paper/language";
import { SCALES, THEMES } from "../paper/paper";
import { baseSceneShape, changesShape, thingName } from "../pictures/picture-shape";
import { INDICES } from "../scoring/indices";

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const name = z.string().max(40).regex(NAME, "use lower-case letters, digits and hyphens");
const text = z.string().trim().min(1).max(400);

/** What a translator writes: all words of one form of one item in one language. */
const wording = z.strictObject({
  /** True once a person who speaks the language has signed it. */
  reviewed: z.boolean(),
  question: text,
  /** The word of the question that carries its meaning, spelt as it stands there. */
  stress: text.optional(),
  /** What is read aloud, when that is not the question as it is written. */
  narration: text.optional(),
  /** The question in simpler words, for who did not understand it. */
  simpler: text.optional(),
  /** What the picture of the question shows. */
  alt: text,
  /** By the value of the answer; absent where the form uses an answer set. `alt` says what its picture shows. */
  answers: z.record(name, z.strictObject({ label: text, alt: text })).optional(),
  /** By the value of the place (`place-map`). */
  places: z.record(name, text).optional(),
});

const SENSITIVITIES = ["ordinary", "sensitive"] as const;

const picture = z.union([baseSceneShape, z.strictObject({ kind: z.literal("thing"), thing: thingName })]);

const answer = z.strictObject({
  value: name,
  /** What it counts: 0 is the least favourable, before `reverse`. Absent where answers are counted, not scored. */
  code: z.int().min(0).max(10).optional(),
  /** What is different of the question's scene … */
  changes: changesShape.optional(),
  /** … or a picture of its own (`choose-pictures`, `rank-pictures`, `place-map`). */
  thing: thingName.optional(),
});

const bankForm = z
  .strictObject({
    scale: z.enum(SCALES),
    /** The picture of the question; the scene that the answers' pictures vary. */
    picture,
    /** Answers that many items share (surveys/scales/answer-sets), or this item's own. */
    answerSet: name.optional(),
    answers: z.array(answer).max(11).optional(),
    /** By the value of an answer of the set: what is different of the question's scene, where answers show what is done (`again`). */
    answerChanges: z.record(name, changesShape).optional(),
    /** The unfavourable answer has the highest code; never below 8 years. */
    reverse: z.literal(true).optional(),
    /** Where asking in this form is another matter than in the others: a choice of things beside free text. */
    sensitivity: z.enum(SENSITIVITIES).optional(),
    maxChoices: z.int().min(1).max(9).optional(),
    maxLength: z.int().min(20).max(MOST_TEXT).optional(),
    /** Percent of the plan's width and height. */
    places: z
      .array(z.strictObject({ value: name, x: z.number().min(10).max(90), y: z.number().min(10).max(90) }))
      .optional(),
    wording: z.partialRecord(z.enum(LANGUAGES), wording),
  })
  .refine((form) => form.wording.da && form.wording.en, { error: "Danish and English are missing", path: ["wording"] })
  .refine((form) => !(form.answers && form.answerSet), { error: "has an answer set or answers of its own, not both" });

export const bankItemShape = z.strictObject({
  name,
  theme: z.enum(THEMES),
  /** The index it counts towards; absent where it is counted and shown by itself. */
  index: z.enum(INDICES).optional(),
  /** Ids of the goals and measures in surveys/policy that it shows; none for practice, and where the policy has no such line. */
  goals: z.array(z.string()),
  /** One of the five that stand in every child's form. */
  isAnchor: z.literal(true).optional(),
  /** `sensitive` items are asked in confidential rounds with a support plan only. */
  sensitivity: z.enum(SENSITIVITIES),
  /** Whose wording it is and which evidence it rests on. */
  provenance: text,
  forms: z.partialRecord(z.enum(FORM_NAMES), bankForm),
});

export type BankItem = z.infer<typeof bankItemShape>;
export type BankForm = z.infer<typeof bankForm>;
export type Wording = z.infer<typeof wording>;
