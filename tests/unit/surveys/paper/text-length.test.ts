/** How long own words may be is one number, wherever it is asked: reading, writing, and what a survey may set. */
import { expect, it } from "vitest";
import { MOST_TEXT, mostCharacters, readAnswer } from "../../../../surveys/paper/answer-value";
import { changeAnswer } from "../../../../surveys/paper/change-answer";
import type { PaperItem, Scale } from "../../../../surveys/paper/paper";

const anItem = (type: Scale, maxLength?: number): PaperItem => ({
  name: "why",
  type,
  theme: "voice",
  question: "Why?",
  choices: [],
  ...(maxLength !== undefined && { maxLength }),
});

it.each([
  ["text", undefined, 500],
  ["drawing", undefined, 500],
  ["text", 40, 40],
  ["drawing", 40, 40],
  ["text", MOST_TEXT, 2000],
] as const)("%s with a limit of %s takes %s characters", (type, maxLength, most) => {
  const item = anItem(type, maxLength);
  expect(mostCharacters(item)).toBe(most);
  expect(readAnswer(item, "ø".repeat(most))).toBe("ø".repeat(most));
  expect(readAnswer(item, "ø".repeat(most + 1))).toBeUndefined();
  const step = { do: "write", item: "why", text: "ø".repeat(most + 1) } as const;
  expect(changeAnswer(item, undefined, step)).toBe("ø".repeat(most));
});

it("a drawing itself is as long as its strokes, whatever words may be", () => {
  const path = `M1 1${"L2 2".repeat(1000)}`;
  expect(readAnswer(anItem("drawing", 40), path)).toBe(path);
});
