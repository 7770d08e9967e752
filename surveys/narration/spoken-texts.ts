/** Everything of a paper that is read aloud: each question (or its narration), each answer, each place. */
import type { Paper } from "../paper/paper";
import type { Spoken } from "./narration";

export interface SpokenText extends Spoken {
  readonly text: string;
}

/** Texts with words to be filled in (`{name}`) are left to the device's voice: nobody can read them beforehand. */
const isFixed = ({ text }: SpokenText): boolean => !/\{[^}]*\}/.test(text);

export function spokenTexts({ survey, version, form, locale: language, items }: Paper): SpokenText[] {
  return items
    .flatMap(({ name: item, question, narration, choices, places = [] }) => [
      { survey, version, language, form, item, text: narration ?? question },
      ...[...choices, ...places].map(({ value, label }) => ({
        survey,
        version,
        language,
        form,
        item,
        answer: value,
        text: label,
      })),
    ])
    .filter(isFixed);
}
