/** A form without a fault, to be spoiled by one change at a time. */
import type { LintAnswer, LintForm, LintItem, Words } from "#surveys/linter/lint-form";
import { LANGUAGES } from "#surveys/paper/language";
import type { PlacedFigure } from "#surveys/pictures/picture";

/** The same in all languages: rules that read words are tried with the languages named in the example. */
export const everywhere = (text: string): Words => Object.fromEntries(LANGUAGES.map((language) => [language, text]));

const me: PlacedFigure = { skin: "sand", hair: "short", shirt: "sky", x: 140, y: 80 };
export const scene = (changes: Partial<PlacedFigure>, place: "garden" | "room" = "garden") => ({
  kind: "scene" as const,
  place,
  parts: [{ ...me, ...changes }],
});

export function anAnswer(value: string, changes: Partial<LintAnswer> = {}): LintAnswer {
  const picture = scene({ mood: value === "yes" ? "smile" : "sad" });
  return { value, label: everywhere("Som mig"), alt: everywhere("Et barn"), picture, sounds: ["da"], ...changes };
}

export function anItem(name: string, changes: Partial<LintItem> = {}): LintItem {
  return {
    name,
    scale: "two-pictures",
    question: everywhere("Hvordan er det at lege her?"),
    narration: {},
    simpler: {},
    stress: {},
    alt: everywhere("En have"),
    hasPicture: true,
    answers: [anAnswer("yes"), anAnswer("other")],
    places: [],
    sounds: ["da"],
    isAnchor: false,
    isPractice: false,
    isReverse: false,
    isSensitive: false,
    ...changes,
  };
}

const ANCHORS = ["glad", "someone", "help", "safe", "decide"];

export function aForm(changes: Partial<LintForm> = {}): LintForm {
  const items = [...ANCHORS.map((name) => anItem(name, { isAnchor: true })), anItem("lunch")];
  return {
    survey: "proof/1",
    form: "3-5",
    about: everywhere("Det her."),
    items,
    nonAnswers: { declined: everywhere("Vil ikke svare"), "not-understood": everywhere("Forstår ikke") },
    supportPlan: {},
    ...changes,
  };
}

/** The form with its last item changed. */
export function withItem(changes: Partial<LintItem>, form: Partial<LintForm> = {}): LintForm {
  const { items, ...rest } = aForm(form);
  return { ...rest, items: [...items.slice(0, -1), { ...items[items.length - 1], ...changes } as LintItem] };
}

/** The form with another question in its last item, in one language. */
export const asking = (text: string, form: Partial<LintForm> = {}, language: keyof Words = "da"): LintForm =>
  withItem({ question: { ...everywhere("Hvordan er det at lege her?"), [language]: text } }, form);

/** With faces of one child as answers. */
export const facesFrom = (moods: readonly ("calm" | "smile" | "happy" | "sad")[], changes: Partial<LintItem> = {}) =>
  withItem({
    scale: "faces",
    answers: moods.map((mood) => anAnswer(mood, { picture: { kind: "face", figure: { skin: "sand", mood } } })),
    ...changes,
  });
