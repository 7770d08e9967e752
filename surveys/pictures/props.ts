/**
 * Things that an answer is about, drawn by us in each of their states: a tower that stands or has fallen, a slide broken or
 * mended, who puts the token. In a square of 100, standing on its lower edge.
 */
import { PROPS } from "./picture";
import type { PlacedProp, PropName } from "./picture";
import { box, dot, line, oval, ring, shape } from "./svg";

type Drawings = { readonly [Name in PropName]: Readonly<Record<(typeof PROPS)[Name][number], string>> };

const WOOD = "#c99a62";
const INK = "#2f4d7a";

const BLOCKS = ["#e9b44c", "#6fa8c9", "#d98368", "#86b88a"] as const;
const block = (x: number, y: number, colour: string): string =>
  box(x, y, 30, 25, colour, 4) + dot(x + 15, y + 12.5, 5, "#ffffff66");
/** Lies askew on two others. */
const tilted = (colour: string): string =>
  shape("M65.5 41.5 L90 58 L76.5 78.5 L52 62Z", colour) + dot(71, 60, 5, "#ffffff66");
const blocks: Drawings["blocks"] = {
  tower: BLOCKS.map((colour, index) => block(35, 75 - index * 25, colour)).join(""),
  fallen: block(6, 75, BLOCKS[1]) + block(38, 75, BLOCKS[0]) + tilted(BLOCKS[3]) + block(70, 75, BLOCKS[2]),
  pair: block(35, 75, BLOCKS[0]) + block(35, 50, BLOCKS[2]),
};

const POST = "#b5485a";
const CHUTE = "#8fa6bd";
const EDGE = "#6d869f";
const posts = line("M14 98 V16 M32 98 V16", POST, 6) + line("M14 16 q9 -14 18 0", POST, 5);
const rungs = line("M14 84 H32 M14 66 H32 M14 48 H32", POST, 5);
const looseRungs = line("M14 84 H32", POST, 5) + line("M14 62 L27 74", POST, 5) + line("M42 96 H60", POST, 5);
const chute = (d: string): string => line(d, EDGE, 17) + line(d, CHUTE, 11);
const slide: Drawings["slide"] = {
  mended: chute("M34 40 C52 44 58 88 92 91") + posts + rungs,
  half: chute("M34 40 C47 43 52 58 56 68") + chute("M66 91 H92") + posts + rungs,
  broken: chute("M36 42 L42 74") + chute("M68 91 L92 86") + posts + looseRungs,
};

const sheet = box(6, 4, 88, 92, "#ffffff", 4) + ring(50, 10, 3, "#9aa7ad", 3);
const drawing: Drawings["drawing"] = {
  scribble: sheet + line("M24 62 q14 -38 24 -2 t20 -10 q-26 40 -34 4 t44 8 q-14 22 -36 14", INK, 4),
  simple: sheet + line("M28 82 L27 52 L71 53 L72 83 Z M24 54 L50 31 L76 55", INK, 4),
  full:
    sheet +
    line("M27 84 V52 H73 V84 Z M22 54 L50 28 L78 54 M63 42 V30 H70 V48", INK, 4) +
    line("M56 84 V66 H66 V84 M34 60 h12 v12 h-12z M40 60 v12 M34 66 h12", INK, 3),
};

const hollow = (y: number): string => ring(50, y, 5.5, "#cdb88f", 1.4);
const board: Drawings["board"] = {
  board:
    line("M38 76 L32 99 M62 76 L68 99", WOOD, 4) +
    box(31, 0, 38, 78, WOOD, 4) +
    box(33.5, 2.5, 33, 35, "#fffaf3", 3) +
    box(33.5, 40.5, 33, 35, "#fffaf3", 3) +
    hollow(30.5) +
    hollow(68.5),
};

const token: Drawings["token"] = { token: dot(50, 50, 48, "#e8923c") + dot(50, 50, 36, "#f6b93b") };

const table: Drawings["table"] = {
  narrow: line("M26 8 V98 M74 8 V98", "#a97a48", 8) + box(14, 0, 72, 14, "#dcb283", 5),
  wide: line("M10 54 V98 M90 54 V98", "#a97a48", 6) + box(0, 50, 100, 9, "#dcb283", 4),
};

const TAIL = { left: "M22 58 Q20 80 8 92 Q34 84 46 68Z", right: "M78 58 Q80 80 92 92 Q66 84 54 68Z" } as const;
const bubbleTo = (side: "left" | "right"): string =>
  `<g stroke="#8b979c" stroke-width="3" stroke-linejoin="round"><path d="${TAIL[side]}" fill="#ffffff"/><ellipse cx="50" cy="40" rx="47" ry="33" fill="#ffffff"/></g>` +
  shape(TAIL[side], "#ffffff") +
  oval(50, 40, 45.5, 31.5, "#ffffff");
const bubble: Drawings["bubble"] = { left: bubbleTo("left"), right: bubbleTo("right") };

const DRAWINGS: Drawings = { blocks, slide, drawing, board, token, table, bubble };

/** Throws RangeError when the prop has no such state. */
export function drawProp({ prop, state = PROPS[prop][0], x, y, size }: PlacedProp): string {
  const states: Readonly<Record<string, string>> = DRAWINGS[prop];
  const drawn = states[state];
  if (drawn === undefined) throw new RangeError(`there is no ${prop} that is ${state}`);
  return `<g transform="translate(${x} ${y}) scale(${size / 100})">${drawn}</g>`;
}
