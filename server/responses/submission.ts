/** The strict shape of a submission as it arrives; what the answers may be is the survey's validator's business. */
import { z } from "zod";
import { LOCALES } from "#surveys/paper/local-text";
import { AGE_BANDS } from "#surveys/paper/paper";
import { HELPER_DEEDS, MODES } from "./contract";

export const submissionSchema = z.strictObject({
  round: z.string().min(1).max(64),
  key: z.string().min(1).max(64),
  band: z.enum(AGE_BANDS),
  locale: z.enum(LOCALES),
  mode: z.enum(MODES),
  helper: z.enum(HELPER_DEEDS),
  answers: z.unknown(),
  nonAnswers: z.unknown(),
});

/** 128 random bits, made on the child's device. */
export const RESPONSE_ID = /^[0-9a-f]{32}$/;
