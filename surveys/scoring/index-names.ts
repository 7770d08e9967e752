/** What an index is called to adults: nowhere else. */
import type { LocalText } from "../paper/local-text";
import type { Index } from "./indices";

export const INDEX_NAMES: Readonly<Record<Index, LocalText>> = {
  W1: { da: "Tryghed og omsorg", en: "Safety and care" },
  W2: { da: "Fællesskab", en: "Belonging" },
  W3: { da: "Læringslyst", en: "Joy of learning" },
  W4: { da: "Ro og rammer", en: "Calm and surroundings" },
  W5: { da: "Selvbillede og krop", en: "Self-image and body" },
  P1: { da: "At være med til at bestemme", en: "Helping to decide" },
  P2: { da: "At blive lyttet til", en: "Being listened to" },
  P3: { da: "At deltage", en: "Taking part" },
  X: { da: "Samarbejde med forældre", en: "Working with parents" },
  Y: { da: "Det, voksne ser", en: "What adults see" },
};
