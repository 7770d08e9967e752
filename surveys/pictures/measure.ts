/** Pictures of how much: a ring filled by quarters, stones in their hollows, a place on a ladder. Never red or green. */
import type { Amount, Ladder, Tokens } from "./picture";
import { LADDER_RUNGS, STONES } from "./picture";
import { box, dot, line, oval, ring } from "./svg";

const TEAL = "#0f6f74";
const TRACK = "#dbe7e4";
/** How far a control point lies from a corner, to round a quarter of a circle. */
const ROUND = 0.5523;

/** Quarters of a ring around (16, 16) from twelve o'clock on, clockwise. */
function quarters(filled: number, radius: number): string {
  const bend = Number((radius * ROUND).toFixed(2));
  const far = Number((radius - bend).toFixed(2));
  const arcs = [
    `c${bend} 0 ${radius} ${far} ${radius} ${radius}`,
    `c0 ${bend} -${far} ${radius} -${radius} ${radius}`,
    `c-${bend} 0 -${radius} -${far} -${radius} -${radius}`,
    `c0 -${bend} ${far} -${radius} ${radius} -${radius}`,
  ];
  return `M16 ${16 - radius}${arcs.slice(0, filled).join("")}`;
}

/** In a 32 × 32 box. */
export function drawAmount({ filled }: Pick<Amount, "filled">): string {
  const track = ring(16, 16, 11, TRACK, 8);
  if (filled === 0) return track;
  return `${track}<path d="${quarters(filled, 11)}" fill="none" stroke="${TEAL}" stroke-width="8"/>`;
}

const STONE_COLOURS = ["#7d8f9b", "#8d9aa0", "#74868f", "#929ea6", "#82939b"];

/** In a 200 × 60 box: as many stones as there are hollows; from the start, as one lays them. */
export function drawTokens({ count }: Pick<Tokens, "count">): string {
  const places = Array.from({ length: STONES }, (_, index) => 24 + index * 38);
  const hollows = places.map((x) => oval(x, 32, 16, 13, TRACK)).join("");
  const stones = places.slice(0, count).map((x, index) => {
    const colour = STONE_COLOURS[index] ?? TEAL;
    return oval(x, 31, 15 + (index % 2), 13 - (index % 2), colour) + oval(x - 4, 27, 6, 3, "#b3bfc5");
  });
  return box(2, 6, 196, 50, "#f1f5f3", 25) + hollows + stones.join("");
}

/** In a 60 × 150 box: rung 0 is at the bottom. */
export function drawLadder({ rung }: Pick<Ladder, "rung">): string {
  const heightOf = (index: number) => 140 - index * 13;
  const rungs = Array.from({ length: LADDER_RUNGS }, (_, index) => `M16 ${heightOf(index)} H44`).join(" ");
  const rails = line("M14 146 V4 M46 146 V4", "#c99a62", 6);
  return (
    rails + line(rungs, "#e0bd8d", 4) + line(`M16 ${heightOf(rung)} H44`, TEAL, 6) + dot(30, heightOf(rung), 7, TEAL)
  );
}
