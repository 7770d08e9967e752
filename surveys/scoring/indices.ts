/**
 * The indices of wellbeing and participation: means of items on one theme (domain research, section 8). P3 is made of
 * facts, never of answers; X is what parents say and Y what adults saw, beside the children's own and never mixed.
 */
import type { LocalText } from "../paper/local-text";

export const INDICES = ["W1", "W2", "W3", "W4", "W5", "P1", "P2", "P3", "X", "Y"] as const;
export type Index = (typeof INDICES)[number];

export const INDEX_NAMES: Readonly<Record<Index, LocalText>> = {
  W1: { da: "Tryghed og omsorg", en: "Safety and care" },
  W2: { da: "Fællesskab", en: "Belonging" },
  W3: { da: "Læringslyst", en: "Joy of learning" },
  W4: { da: "Ro og rammer", en: "Calm and surroundings" },
  W5: { da: "Selvbillede og krop", en: "Self-image and body" },
  P1: { da: "Medbestemmelse", en: "Having a say" },
  P2: { da: "At blive lyttet til", en: "Being listened to" },
  P3: { da: "Deltagelse", en: "Taking part" },
  X: { da: "Forældresamarbejde", en: "Working with parents" },
  Y: { da: "Voksne ser", en: "Adults see" },
};
