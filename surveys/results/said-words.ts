/**
 * How many, to the children and for them: "De fleste hos jer" before the end of a sentence (`surveys/bank/endings.json`),
 * which speaks of them as "de".
 */
import type { Locale } from "../paper/local-text";
import type { Quantity } from "./quantity";

/** Words that say something of a share, and point at nobody: never few. */
export type SaidQuantity = Extract<Quantity, "nearly-all" | "most" | "over-half" | "about-half" | "under-half">;

export const SAID_WORDS: Readonly<Record<Locale, Readonly<Record<SaidQuantity, string>>>> = {
  da: {
    "nearly-all": "Næsten alle hos jer",
    most: "De fleste hos jer",
    "over-half": "Over halvdelen hos jer",
    "about-half": "Omkring halvdelen hos jer",
    "under-half": "Under halvdelen hos jer",
  },
  en: {
    "nearly-all": "Nearly all of the children here",
    most: "Most of the children here",
    "over-half": "More than half of the children here",
    "about-half": "About half of the children here",
    "under-half": "Fewer than half of the children here",
  },
};

export const isSaidQuantity = (quantity: Quantity): quantity is SaidQuantity => Object.hasOwn(SAID_WORDS.da, quantity);
