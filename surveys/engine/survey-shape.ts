/**
 * The shape of a survey file (our wrapper around one SurveyJS form per age band) and of one question in it, with our own
 * properties, as it stands when `read-form` has taken panels apart. `pages` are read there.
 */
import { z } from "zod";
import { MOST_TEXT } from "../paper/answer-value";
import { FORM_NAMES } from "../paper/form";
import { LANGUAGES } from "../paper/language";
import { SCALES, THEMES } from "../paper/paper";
import { pictureShape } from "../pictures/picture-shape";
import { INDICES } from "../scoring/indices";

/** SurveyJS's types of questions that a scale may be written as; `placemap` is our own (`own-types.ts`). */
export const QUESTION_TYPES = [
  "imagepicker",
  "radiogroup",
  "dropdown",
  "checkbox",
  "tagbox",
  "boolean",
  "rating",
  "ranking",
  "comment",
  "text",
  "signaturepad",
  "file",
  "placemap",
] as const;

/** Members of every JavaScript object: as the name of a question they would be found where nobody put them. */
const MEMBERS = ["constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf"];
const isNoMember = (text: string) => !MEMBERS.includes(text) && !text.startsWith("__");
const MEMBER = "every JavaScript object has a member of this name already";

/** Names in our own files. */
export const ownName = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, "use lower-case letters, digits and hyphens, at most 40")
  .refine(isNoMember, MEMBER);

/** Names in surveys of others: nothing that a form field, a database or `place=sticker` would take for a sign of its own. */
export const foreignName = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u,
    "a paper carries names of letters, digits, blanks, _ and -, at most 60",
  )
  .refine(isNoMember, MEMBER);

const words = z.string().min(1);
const optionalWords = words.optional();
const otherLanguages = {
  ar: optionalWords,
  tr: optionalWords,
  pl: optionalWords,
  uk: optionalWords,
  ur: optionalWords,
};

/** SurveyJS calls the fallback language `default`; here it always equals Danish. */
export const localText = z
  .strictObject({ default: words, da: words, en: words, ...otherLanguages })
  .refine((text) => text.default === text.da, "default is the Danish text");

const plainText = z.strictObject({ da: words, en: words, ...otherLanguages });
/** Of this site: "//" would begin another's. */
const url = z.string().regex(/^\/(?!\/)/);
const sound = z.strictObject({
  da: url,
  en: url,
  ar: url.optional(),
  tr: url.optional(),
  pl: url.optional(),
  uk: url.optional(),
  ur: url.optional(),
});

const percent = z.number().min(0).max(100);

function elementShapeWith(name: typeof ownName) {
  const choice = z.strictObject({
    value: name,
    text: localText,
    picture: pictureShape.optional(),
    sound: sound.optional(),
    code: z.int().min(0).max(10).optional(),
  });
  return z.strictObject({
    type: z.enum(QUESTION_TYPES),
    name,
    title: localText,
    itemType: z.enum(SCALES),
    theme: z.enum(THEMES),
    isAnchor: z.boolean().default(false),
    isPractice: z.literal(true).optional(),
    stress: plainText.optional(),
    narration: plainText.optional(),
    simpler: plainText.optional(),
    sound: sound.optional(),
    picture: pictureShape.optional(),
    favourable: z.array(name).default([]),
    reverse: z.literal(true).optional(),
    index: z.enum(INDICES).optional(),
    goals: z.array(z.string()).optional(),
    sensitivity: z.enum(["ordinary", "sensitive"]).optional(),
    /** By language: whether a person who speaks it has signed the wording. */
    reviewed: z.partialRecord(z.enum(LANGUAGES), z.boolean()).optional(),
    multiSelect: z.boolean().optional(),
    maxSelectedChoices: z.int().min(1).optional(),
    maxLength: z.int().min(1).max(MOST_TEXT).optional(),
    choices: z.array(choice).default([]),
    places: z.array(z.strictObject({ value: name, text: localText, x: percent, y: percent })).optional(),
    visibleIf: words.optional(),
    enableIf: words.optional(),
  });
}

export const elementShape = elementShapeWith(ownName);
export const foreignElementShape = elementShapeWith(foreignName);

export const surveyShape = z.strictObject({
  /** By language: whether a person who speaks it has signed the words. */
  reviewed: z.partialRecord(z.enum(LANGUAGES), z.boolean()).optional(),
  /** What a child of each form who needs somebody is offered: a three-year-old is never told to phone. */
  supportPlan: z.partialRecord(z.enum(FORM_NAMES), plainText).optional(),
  slug: ownName,
  version: z.int().min(1),
  title: localText,
  about: z.record(z.string(), plainText),
  forms: z
    .partialRecord(z.enum(FORM_NAMES), z.unknown())
    .refine((forms) => Object.keys(forms).length > 0, "a survey has at least one form"),
});

/** SurveyJS expressions that must all hold: a question's own, and those of the page and panels around it. */
export interface Conditions {
  readonly visibleIf: readonly string[];
  readonly enableIf: readonly string[];
}

export type ElementSource = Omit<z.infer<typeof elementShape>, keyof Conditions> & Conditions;
type WrittenSurvey = z.infer<typeof surveyShape>;
export type LocalTextSource = z.infer<typeof localText>;

/** One page as it was written, panels taken apart; `rest` is a page of its own that only says something. */
export interface PageSource {
  readonly name: string;
  readonly elements: ElementSource[];
  readonly rest?: LocalTextSource;
}

export interface FormSource {
  readonly pages: readonly PageSource[];
}

export type SurveySource = Omit<WrittenSurvey, "forms"> & {
  readonly forms: Readonly<Partial<Record<(typeof FORM_NAMES)[number], FormSource>>>;
};
