/** A simple plan of an institution from above: four rooms, a hall with its entrance, a garden. For place maps. */
import { box, dot, line, oval, shape } from "./svg";

const WALL = "#7d6f63";
const WOOD = "#d9ab74";

const table = (x: number, y: number, width: number, height: number): string => {
  const chairs = [0.25, 0.75].map((at) => x + width * at);
  return (
    chairs.map((chair) => dot(chair, y - 5, 6, "#9fb2c5") + dot(chair, y + height + 5, 6, "#9fb2c5")).join("") +
    box(x, y, width, height, WOOD, 6)
  );
};
const closet = (x: number, y: number): string =>
  box(x, y, 18, 8, "#e6edf0", 3) + oval(x + 9, y + 16, 8, 10, "#fff") + oval(x + 9, y + 16, 4.5, 6, "#cfe0ea");
const tree = (x: number, y: number, radius: number): string =>
  dot(x, y, radius, "#7fbf7a") + dot(x - radius / 3, y - radius / 3, radius / 2, "#98d091");
const cushion = (x: number, y: number, colour: string): string => oval(x, y, 13, 10, colour);

const GROUND =
  box(-200, 0, 800, 300, "#cfe8c4") +
  shape("M-200 160 H44 V184 H-200Z", "#efe0c2") +
  box(22, 156, 18, 32, "#b98a5c", 3);
const ROOMS =
  box(40, 24, 124, 126, "#fdeec4") +
  box(164, 24, 100, 92, "#e8e0f7") +
  box(40, 150, 224, 46, "#f6efe4") +
  box(164, 116, 100, 40, "#f6efe4") +
  box(40, 196, 84, 80, "#d8ecf3") +
  box(124, 196, 140, 80, "#fde1d2");
const WALLS = line(
  "M40 150 V24 H264 V140 M264 190 V276 H40 V192 M164 24 V108 M164 138 V150 M40 150 H108 M140 150 H164 M164 116 H196 M228 116 H264" +
    " M40 196 H72 M100 196 H150 M182 196 H264 M124 196 V276",
  WALL,
  6,
);
const FURNITURE =
  dot(78, 108, 27, "#f0b99f") +
  dot(78, 108, 17, "#f7d3bf") +
  table(102, 50, 46, 24) +
  box(46, 30, 42, 12, "#c99662", 3) +
  cushion(188, 52, "#b9a5e6") +
  cushion(216, 62, "#9fc6e8") +
  cushion(188, 82, "#f2c4d0") +
  box(244, 32, 14, 60, "#c99662", 3) +
  [60, 84, 210, 234].map((x) => box(x - 7, 153, 14, 9, "#9dbfc4", 3)).join("") +
  closet(50, 248) +
  closet(76, 248) +
  box(104, 216, 14, 22, "#fff", 5) +
  table(150, 226, 88, 26);
const GARDEN =
  box(282, 176, 66, 58, "#efd9a7", 10) +
  dot(304, 200, 7, "#e6c98c") +
  box(322, 208, 12, 12, "#e8937a", 3) +
  box(300, 70, 16, 62, "#e8937a", 6) +
  box(296, 60, 24, 16, "#8fb8d8", 4) +
  tree(348, 46, 24) +
  tree(372, 128, 17) +
  tree(330, 268, 15) +
  tree(452, 90, 30) +
  tree(520, 220, 24) +
  tree(-60, 70, 30) +
  tree(-120, 240, 26) +
  tree(-20, 262, 18);

export const PLAN = GROUND + ROOMS + FURNITURE + GARDEN + WALLS;

/** Where things are on the plan, in percent of its width and height (4:3), as a place map says it. */
export const PLAN_SPOTS = {
  entrance: { x: 10, y: 57 },
  room: { x: 25, y: 28 },
  "quiet-room": { x: 53, y: 24 },
  hall: { x: 40, y: 57 },
  toilets: { x: 20, y: 78 },
  canteen: { x: 48, y: 79 },
  garden: { x: 80, y: 36 },
  sandpit: { x: 79, y: 68 },
} as const;
