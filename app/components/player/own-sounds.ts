/** Sounds that a survey itself names for its questions and answers: they come before any other for these words. */
import type { Sounds, Voices } from "#surveys/narration/voices";
import type { Paper } from "#surveys/paper/paper";

/** The paper as it is shown, with words filled in. The same map where the survey names no sounds. */
export function withOwnSounds(voices: Voices, { items }: Paper): Voices {
  const named = items.flatMap(({ question, narration = question, sound, choices }) => [
    [narration, sound] as const,
    ...choices.map((choice) => [choice.label, choice.sound] as const),
  ]);
  const own: Sounds = Object.fromEntries(named.flatMap(([text, sound]) => (sound ? [[text, [sound]]] : [])));
  return Object.keys(own).length === 0 ? voices : { ...voices, sounds: { ...voices.sounds, ...own } };
}
