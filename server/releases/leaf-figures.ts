/** A group's own figures, lean: a school has many groups, and their words stand with the institution's questions. */
import type { FormResult, Share } from "#surveys/results/form-result";
import type { Bounds, LeafResult } from "./contract";

const bounds = ({ value, low, high }: Share): Bounds => [value, low, high];

export function leafFigures({ invited, participants, indices, questions }: FormResult): Omit<LeafResult, "names"> {
  return {
    invited,
    participants,
    indices: indices.map(({ index, ...share }) => ({ index, share: bounds(share) })),
    questions: questions
      .filter(({ choices }) => choices.length > 0)
      .map(({ id, choices, favourable }) => ({
        id,
        choices: choices.map(({ share }) => bounds(share)),
        ...(favourable && { favourable: bounds(favourable) }),
      })),
  };
}
