/** The shape of a survey file: our wrapper around one SurveyJS form per age band, with our own properties. */
import { z } from "zod";
import { FORM_NAMES } from "../paper/form";
import { LANGUAGES } from "../paper/language";
import { SCALES, THEMES } from "../paper/paper";
import { pictureShape } from "../pictures/picture-shape";

const NAME = /^[a-z0-9-]{1,40}$/;
const name = z
  .string()
  .regex(NAME, "use lower-case letters, digits and hyphens, at most 40")
  .refine((text) => text !== "constructor", "every JavaScript object has a member of this name already");

/** SurveyJS calls the fallback language `default`; here it always equals Danish. */
const localText = z
  .strictObject({ default: z.string().min(1), da: z.string().min(1), en: z.string().min(1) })
  .refine((text) => text.default === text.da, "default is the Danish text");

const choice = z.strictObject({
  value: name,
  text: localText,
  picture: pictureShape,
  sound: z.strictObject({ da: z.string().startsWith("/"), en: z.string().startsWith("/") }).optional(),
});

const element = z.strictObject({
  type: z.enum(["imagepicker", "comment"]),
  name,
  title: localText,
  itemType: z.enum(SCALES),
  theme: z.enum(THEMES),
  isAnchor: z.boolean().default(false),
  stress: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }).optional(),
  sound: z.strictObject({ da: z.string().startsWith("/"), en: z.string().startsWith("/") }).optional(),
  favourable: z.array(name).default([]),
  multiSelect: z.boolean().optional(),
  maxSelectedChoices: z.int().min(1).optional(),
  maxLength: z.int().min(1).max(2000).optional(),
  choices: z.array(choice).default([]),
  visibleIf: z.string().min(1).optional(),
});

export const formShape = z.strictObject({
  pages: z
    .array(z.strictObject({ name, elements: z.array(element).length(1, "one question a page") }))
    .min(1)
    .max(60),
});

export const surveyShape = z.strictObject({
  /** By language: whether a person who speaks it has signed the words. */
  reviewed: z.partialRecord(z.enum(LANGUAGES), z.boolean()).optional(),
  slug: name,
  version: z.int().min(1),
  title: localText,
  about: z.record(z.string(), z.strictObject({ da: z.string().min(1), en: z.string().min(1) })),
  forms: z
    .partialRecord(z.enum(FORM_NAMES), formShape)
    .refine((forms) => Object.keys(forms).length > 0, "a survey has at least one form"),
});

export type FormSource = z.infer<typeof formShape>;
export type ElementSource = z.infer<typeof element>;
export type SurveySource = z.infer<typeof surveyShape>;
