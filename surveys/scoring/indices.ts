/**
 * The indices of wellbeing and participation: means of items on one theme (domain research, section 8). P3 is made of
 * facts, never of answers; X is what parents say and Y what adults saw, beside the children's own and never mixed.
 *
 * W1 safety and care, W2 belonging, W3 joy of learning, W4 calm and surroundings, W5 self-image and body, P1 having a say,
 * P2 being listened to, P3 taking part, X working with parents, Y what adults see.
 */
import type { Theme } from "../paper/paper";

export const INDICES = ["W1", "W2", "W3", "W4", "W5", "P1", "P2", "P3", "X", "Y"] as const;
export type Index = (typeof INDICES)[number];

/** A theme is what is read and coloured; each index belongs to one. */
export const THEME_OF: Readonly<Record<Index, Theme>> = {
  W1: "trust",
  W2: "belong",
  W3: "learn",
  W4: "calm",
  W5: "self",
  P1: "voice",
  P2: "voice",
  P3: "voice",
  X: "trust",
  Y: "trust",
};
