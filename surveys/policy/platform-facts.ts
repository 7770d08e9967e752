/**
 * What can show a goal without asking anybody: counts of what the platform's users did, never of one person. A policy
 * names them; a page that shows goals counts exactly what is said here, and says nothing of a fact it cannot count yet.
 */
import type { LocalText } from "../paper/local-text";

export const PLATFORM_FACTS = {
  "feedback-on-time": {
    da: "Runder og forslag, der har fået tilbagemelding til tiden",
    en: "Rounds and proposals that were given their feedback in time",
  },
  "decisions-with-children": {
    da: "Beslutninger, hvor børn blev spurgt og fik at vide, hvad der skete",
    en: "Decisions on which children were asked and told what became of it",
  },
  "proposals-decided": {
    da: "Forslag, der er stillet, og forslag, der er afgjort",
    en: "Proposals made, and proposals decided",
  },
  participation: {
    da: "Andelen, der er med i runder, forslag og afstemninger",
    en: "The share that takes part in rounds, proposals and votes",
  },
  reach: { da: "Hvem vi har hørt, efter område", en: "Whom we have heard, by area" },
  areas: { da: "Trivsel efter område, i grupper på mindst 20", en: "Wellbeing by area, in groups of at least 20" },
  "arenas-side-by-side": {
    da: "Dagtilbud, skole og fritid i samme hus, side om side",
    en: "Day care, school and leisure of one house, side by side",
  },
  "languages-used": { da: "Sprog, der er svaret på", en: "Languages in which answers were given" },
  "partner-challenges": {
    da: "Virkelige problemer, som kommunen eller en partner har stillet børnene",
    en: "Real problems that the municipality or a partner has put to the children",
  },
  "days-to-dialogue": { da: "Dage fra signal til samtale", en: "Days from a signal to a talk" },
  "days-to-contact": {
    da: "Dage fra et ønske om en voksen til kontakt",
    en: "Days from asking for an adult to being met",
  },
  "actions-looked-at-again": {
    da: "Handlinger, der er fulgt op af en ny runde",
    en: "Actions that were followed by another round",
  },
  "follow-ups-held": { da: "Opfølgninger, der er holdt", en: "Follow-ups that were held" },
  "shared-owners": {
    da: "Handlinger med ejere fra flere fagområder",
    en: "Actions with owners from several professions",
  },
} as const satisfies Record<string, LocalText>;

/** The facts that a page counts today: a line shown by others alone is shown by nothing yet. A page that counts one adds it. */
export const COUNTED_FACTS: readonly PlatformFact[] = [];

export type PlatformFact = keyof typeof PLATFORM_FACTS;
