/** All rules, in the order in which an author meets them. */
import type { Rule } from "../rule";
import { bothEnds, superlative, yesSymmetry } from "./answers";
import { fairPictures } from "./fair-pictures";
import { noResemblance, sensitiveWords } from "./kindness";
import { allLanguages, pictures, sounds, textAlternatives } from "./senses";
import {
  anchors,
  facesForActivities,
  facesNotScored,
  itemCount,
  mayBeSkipped,
  noReverseBelowEight,
  rightScale,
  sensitiveWithSupport,
  shortTime,
} from "./structure";
import {
  markedWord,
  noHowOften,
  noNegation,
  oneIdea,
  readable,
  redList,
  shortAnswers,
  shortRecall,
  shortSentences,
  shortWords,
} from "./wording";

export const RULES: readonly Rule[] = [
  itemCount,
  shortTime,
  rightScale,
  mayBeSkipped,
  facesForActivities,
  facesNotScored,
  anchors,
  noReverseBelowEight,
  sensitiveWithSupport,
  sensitiveWords,
  redList,
  noResemblance,
  yesSymmetry,
  superlative,
  bothEnds,
  shortSentences,
  shortAnswers,
  shortWords,
  readable,
  noNegation,
  oneIdea,
  shortRecall,
  noHowOften,
  markedWord,
  allLanguages,
  textAlternatives,
  pictures,
  sounds,
  fairPictures,
];

/** What an item must keep by itself, in whatever survey it will stand; only a survey has a support plan. */
export const ITEM_RULES: readonly Rule[] = RULES.filter((rule) => rule !== sensitiveWithSupport);
