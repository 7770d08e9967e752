/** Pictures a leader may put beside her answer to the children, by what they are of; drawn in `feedback-scenes.ts`. */
export const FEEDBACK_PICTURES = [
  "listening",
  "talking",
  "together",
  "playing",
  "outdoors",
  "quiet-place",
  "classroom",
  "food",
  "building",
  "deciding",
  "comfort",
  "waiting",
] as const;
export type FeedbackPicture = (typeof FEEDBACK_PICTURES)[number];
