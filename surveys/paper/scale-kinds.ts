/** What a scale's answers are like: one choice, several in the form's order, several in the child's, or something made. */
import type { Scale } from "./paper";

const SEVERAL: readonly Scale[] = ["choose-pictures", "rank-pictures", "place-map"];
const MADE: readonly Scale[] = ["text", "drawing", "voice-note", "photo"];

/** The answer is a list. */
export const hasSeveralAnswers = (scale: Scale): boolean => SEVERAL.includes(scale);
/** The answer is a list whose order is the child's own. */
export const isRanked = (scale: Scale): boolean => scale === "rank-pictures";
/** The answer is made by the child: a text, or the drawing, voice or photo itself. */
export const isMade = (scale: Scale): boolean => MADE.includes(scale);
/** The answer is a picture, a voice or a drawing, which is stored apart from answers. */
export const isMedia = (scale: Scale): boolean => scale !== "text" && MADE.includes(scale);
