/** All rules, in the order in which an author meets them. */
import type { Rule } from "../rule";
import { fairPictures } from "./fair-pictures";
import { allLanguages, pictures, sounds, textAlternatives } from "./senses";
import {
  anchors,
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
  anchors,
  noReverseBelowEight,
  sensitiveWithSupport,
  redList,
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

/** Rules that ask for what only a survey has: its support plan, and sounds of its own. */
const NEED_A_SURVEY: readonly Rule[] = [sensitiveWithSupport, sounds];

/** What an item must keep by itself, in whatever survey it will stand. */
export const ITEM_RULES: readonly Rule[] = RULES.filter((rule) => !NEED_A_SURVEY.includes(rule));
