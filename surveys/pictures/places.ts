/** Backgrounds, drawn over the box of a scene (400 × 300) and 200 units beyond its sides, so that wide cards are filled. */
import type { PLACES } from "./picture";
import { box, dot, line, shape } from "./svg";

type Place = (typeof PLACES)[number];

const LEFT = -200;
const WIDTH = 800;
const wall = (colour: string) => box(LEFT, 0, WIDTH, 300, colour);
const floor = (y: number, colour: string) => box(LEFT, y, WIDTH, 300 - y, colour);
const hills =
  shape("M-200 190 Q-60 150 80 164 T330 178 T600 150 V300 H-200Z", "#bfe3b4") +
  shape("M-200 232 Q40 196 260 222 T600 226 V300 H-200Z", "#9fd396");
const sky = wall("#d7eefb") + dot(344, 52, 26, "#ffd769");
const window_ = (x: number) =>
  box(x, 30, 96, 96, "#fff", 8) +
  box(x + 8, 38, 80, 80, "#cfe8f7", 4) +
  line(`M${x + 48} 38 v80 M${x + 8} 78 h80`, "#fff", 5);
const board =
  box(30, 28, 200, 108, "#c99a62", 8) +
  box(37, 35, 186, 94, "#2f6b5d", 4) +
  line("M58 62 h76 M58 86 h112", "#dceae3", 5);
const shelf = (x: number) =>
  box(x, 150, 110, 76, "#e3b98a", 6) +
  box(x + 8, 158, 94, 28, "#c99662", 3) +
  box(x + 8, 192, 94, 28, "#c99662", 3) +
  box(x + 14, 164, 16, 22, "#8fb8d8", 2) +
  box(x + 34, 166, 22, 20, "#e9c46a", 2) +
  box(x + 20, 200, 26, 20, "#d98f7a", 2);
const pegs = [-160, -60, 40, 140, 240, 340, 440, 540]
  .map((x) => dot(x, 96, 7, "#b98a5c") + box(x - 16, 104, 32, 48, "#9dbfc4", 8))
  .join("");

const PLACE: Record<Place, string> = {
  garden: sky + hills,
  playground:
    sky +
    hills +
    line("M-150 236 V120 H-40 V236 M-95 120 V190", "#c98f62", 8) +
    box(-112, 188, 34, 8, "#8a5a3a", 3) +
    box(430, 250, 150, 24, "#efd9a7", 12),
  room: wall("#fdeede") + window_(268) + shelf(-120) + floor(222, "#f0cfa8") + box(LEFT, 217, WIDTH, 7, "#fff8ee"),
  home:
    wall("#f3ead9") +
    window_(24) +
    box(270, 150, 190, 60, "#b9c7d6", 22) +
    box(258, 176, 214, 52, "#9fb2c5", 18) +
    floor(226, "#dcc19a"),
  classroom: wall("#e9f1ee") + board + window_(320) + window_(-110) + floor(228, "#d9c3a3"),
  hall: wall("#f4ecdf") + box(LEFT, 90, WIDTH, 8, "#c99a62") + pegs + floor(226, "#cfc6b6"),
  bus:
    wall("#dbe7ee") +
    [-180, -60, 60, 180, 300, 420].map((x) => box(x, 36, 100, 82, "#bfe0f2", 14)).join("") +
    floor(232, "#8c9aa5") +
    line("M-200 20 H600", "#f6b93b", 8),
  screen:
    wall("#e8ecf5") +
    box(60, 36, 280, 176, "#39424f", 14) +
    box(72, 48, 256, 152, "#cfe4ee", 6) +
    floor(240, "#cfd6e2"),
  plain: "",
};

export function drawPlace(place: Place): string {
  return PLACE[place];
}
