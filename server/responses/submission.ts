/** The strict shape of a submission as it arrives; what the answers may be is the survey's validator's business. */
import { z } from "zod";
import { LANGUAGES } from "#surveys/paper/language";
import { FORM_NAMES } from "#surveys/paper/form";
import { HELPER_DEEDS, MODES } from "./contract";
import { LONGEST_PAGE_TOKEN } from "./page-token";

export const submissionSchema = z.strictObject({
  round: z.string().min(1).max(64),
  // However spelled: `parseKey` reads it.
  key: z.string().min(1).max(256),
  band: z.enum(FORM_NAMES),
  locale: z.enum(LANGUAGES),
  mode: z.enum(MODES),
  helper: z.enum(HELPER_DEEDS),
  opened: z.string().max(LONGEST_PAGE_TOKEN).optional(),
  answers: z.unknown(),
  nonAnswers: z.unknown(),
});

/** 128 random bits, made on the child's device. */
export const RESPONSE_ID = /^[0-9a-f]{32}$/;
