/**
 * The order of answers against habit, from a seed: of two pictures half of the form's questions are turned round, which
 * turns what is read aloud with them; scales that have an order are turned as a whole for one child or not at all; lists
 * without order begin somewhere else. Stones and steps stay. The same seed gives the same paper. The seed is made on the
 * device, lives in the walk and is never sent, so nothing stored tells in what order a child saw its answers.
 */
import type { Paper, PaperChoice, PaperItem, Scale } from "./paper";

const OPPOSED: readonly Scale[] = ["two-pictures", "pairs"];
const ORDERED: readonly Scale[] = ["three-pictures", "options", "two-step", "again", "faces"];
const NOMINAL: readonly Scale[] = ["choose-pictures", "rank-pictures"];

/** Mulberry32 (T. Ettinger, public domain): enough for an order, and a tenth of a library's size in the child's bundle. */
function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Half of the names, drawn; of an odd number, the larger half as often as the smaller. */
function drawHalf(names: readonly string[], draw: (below: number) => number): Set<string> {
  const left = [...names];
  const count = Math.floor(names.length / 2) + (names.length % 2 === 1 ? draw(2) : 0);
  return new Set(Array.from({ length: count }, () => left.splice(draw(left.length), 1)[0] ?? ""));
}

const rotated = (choices: readonly PaperChoice[], by: number) => [...choices.slice(by), ...choices.slice(0, by)];

/** `seed` is any whole number from 0 to 2³² − 1. */
export function arrange(paper: Paper, seed: number): Paper {
  const draw = drawing(seed);
  const isTurned = draw(2) === 1;
  const asked = paper.items.filter(({ isPractice }) => !isPractice);
  const turned = drawHalf(
    asked.filter(({ type }) => OPPOSED.includes(type)).map(({ name }) => name),
    draw,
  );
  const arranged = (item: PaperItem): readonly PaperChoice[] => {
    if (NOMINAL.includes(item.type)) return rotated(item.choices, draw(item.choices.length));
    const isReversed = turned.has(item.name) || (isTurned && ORDERED.includes(item.type));
    return isReversed ? item.choices.toReversed() : item.choices;
  };
  return { ...paper, items: paper.items.map((item) => ({ ...item, choices: arranged(item) })) };
}
