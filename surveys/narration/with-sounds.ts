/** Gives a paper's questions, answers and places the sounds that lie ready for just their words. */
import type { Paper } from "../paper/paper";
import type { NarrationManifest } from "./narration";
import { narrationUrl } from "./narration";

/** A sound that the survey itself names stays; what has none is read by the device's own voice. */
export function withSounds(paper: Paper, manifest: NarrationManifest): Paper {
  const { survey, version, locale: language, form } = paper;
  const items = paper.items.map((item) => {
    const at = { survey, version, language, form, item: item.name };
    const sound = item.sound ?? narrationUrl(manifest, at, item.narration ?? item.question);
    const choices = item.choices.map((choice) => {
      const own = choice.sound ?? narrationUrl(manifest, { ...at, answer: choice.value }, choice.label);
      return own === undefined ? choice : { ...choice, sound: own };
    });
    return { ...item, choices, ...(sound === undefined ? {} : { sound }) };
  });
  return { ...paper, items };
}
