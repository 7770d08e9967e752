/** The steps in their order: the first brings data without a number to shape 1, the last to the shape of this version. */
import { windowsAreWholeDays } from "./0001-windows-are-whole-days";
import { aVoiceGoesFirst } from "./0002-a-voice-goes-first";
import { answersBecomeTables } from "./0003-answers-become-tables";
import { roundsKnowTheirInstitutions } from "./0004-rounds-know-their-institutions";
import { housesOfSeveralKinds } from "./0005-houses-of-several-kinds";
import type { Step } from "./step";

export type { Step } from "./step";

export const steps: readonly Step[] = [
  windowsAreWholeDays,
  aVoiceGoesFirst,
  answersBecomeTables,
  roundsKnowTheirInstitutions,
  housesOfSeveralKinds,
];
