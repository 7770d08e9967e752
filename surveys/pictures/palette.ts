/** The colours people and places are drawn in (look: calm, flat, no colour that praises or blames). */
import type { HAIR_COLOURS, SHIRTS, SKINS } from "./picture";

export const SKIN: Record<(typeof SKINS)[number], string> = {
  porcelain: "#f7d3b5",
  sand: "#eab98f",
  honey: "#c98f62",
  chestnut: "#9a6340",
  umber: "#80533a",
};
export const HAIR_COLOUR: Record<(typeof HAIR_COLOURS)[number], string> = {
  black: "#2b2320",
  brown: "#5b3a24",
  chestnut: "#a5693a",
  blond: "#e0b25c",
  copper: "#c7522f",
  grey: "#a8a49d",
};
export const SHIRT: Record<(typeof SHIRTS)[number], string> = {
  coral: "#ee6c4d",
  sun: "#f6b93b",
  leaf: "#4caf7a",
  sky: "#4a9de0",
  lilac: "#9b7ede",
  rose: "#ef8fa8",
  teal: "#1f8a8a",
};
export const TROUSERS = "#3b4a66";
export const SHOES = "#2f3542";
export const STEEL = "#39424f";

/** The same colour, lighter (factor over 1) or darker; `hex` is `#rrggbb`. */
export function shade(hex: string, factor: number): string {
  const part = (at: number) =>
    Math.max(0, Math.min(255, Math.round(Number.parseInt(hex.slice(at, at + 2), 16) * factor)));
  return `#${[1, 3, 5].map((at) => part(at).toString(16).padStart(2, "0")).join("")}`;
}
