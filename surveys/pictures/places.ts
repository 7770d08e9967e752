/**
 * Backgrounds, drawn over the box of a scene (400 × 300) and 200 units beyond its sides, so that wide cards are filled.
 * The floor or ground lies between 222 and 232; the middle stays quiet, for that is where people stand.
 */
import type { PLACES } from "./picture";
import { PLAN } from "./plan";
import { box, dot, line, oval, shape } from "./svg";

type Place = (typeof PLACES)[number];

const LEFT = -200;
const WIDTH = 800;
const wall = (colour: string) => box(LEFT, 0, WIDTH, 300, colour);
const floor = (y: number, colour: string) => box(LEFT, y, WIDTH, 300 - y, colour);
const skirting = (y: number, colour: string) => box(LEFT, y - 6, WIDTH, 6, colour);

const cloud = (x: number, y: number, size: number) =>
  oval(x, y, 34 * size, 11 * size, "#f4fafe") + oval(x + 8 * size, y - 8 * size, 17 * size, 11 * size, "#f4fafe");
const sky =
  wall("#d7eefb") + dot(344, 52, 26, "#ffd769") + cloud(-96, 62, 1.1) + cloud(96, 44, 0.9) + cloud(500, 78, 1);
const hills =
  shape("M-200 190 Q-60 150 80 164 T330 178 T600 150 V300 H-200Z", "#bfe3b4") +
  shape("M-200 232 Q40 196 260 222 T600 226 V300 H-200Z", "#9fd396");
const tree = (x: number, foot: number, size: number) =>
  line(`M${x} ${foot} v${-46 * size}`, "#a97950", 11 * size) +
  dot(x, foot - 74 * size, 34 * size, "#8cc98a") +
  dot(x - 20 * size, foot - 54 * size, 22 * size, "#8cc98a") +
  dot(x + 22 * size, foot - 54 * size, 22 * size, "#7fbf7f");
const bush = (x: number, foot: number) =>
  oval(x, foot - 12, 30, 18, "#86c483") + oval(x + 26, foot - 9, 22, 14, "#92cd8d");

const window_ = (x: number, y = 30) =>
  box(x, y, 96, 96, "#fff", 8) +
  box(x + 8, y + 8, 80, 80, "#cfe8f7", 4) +
  line(`M${x + 48} ${y + 8} v80 M${x + 8} ${y + 48} h80`, "#fff", 5);
const board =
  box(30, 28, 200, 108, "#c99a62", 8) +
  box(37, 35, 186, 94, "#2f6b5d", 4) +
  line("M58 62 h76 M58 86 h112", "#dceae3", 5);
const shelf = (x: number, y = 150) =>
  box(x, y, 110, 76, "#e3b98a", 6) +
  box(x + 8, y + 8, 94, 28, "#c99662", 3) +
  box(x + 8, y + 42, 94, 28, "#c99662", 3) +
  box(x + 14, y + 14, 16, 22, "#8fb8d8", 2) +
  box(x + 34, y + 16, 22, 20, "#e9c46a", 2) +
  box(x + 20, y + 50, 26, 20, "#d98f7a", 2) +
  box(x + 62, y + 48, 14, 22, "#8fb8d8", 2) +
  box(x + 78, y + 52, 16, 18, "#9fc9a2", 2);
const lamp = (x: number) => line(`M${x} 0 V26`, "#8d8378", 3) + shape(`M${x - 24} 48 q0 -24 24 -24 t24 24z`, "#f2d7a6");
const pegs = [-160, -60, 40, 140, 240, 340, 440, 540]
  .map((x, index) => {
    const coat = ["#9dbfc4", "#d9b48f", "#b7c9a0", "#c3b3d8"][index % 4] ?? "#9dbfc4";
    return dot(x, 96, 6, "#b98a5c") + shape(`M${x - 9} 102 h18 l9 44 h-36z`, coat);
  })
  .join("");
const bench =
  box(LEFT, 196, WIDTH, 10, "#c99a62") +
  line("M-150 206 V226 M-10 206 V226 M130 206 V226 M270 206 V226 M410 206 V226 M550 206 V226", "#a97a48", 8);
const desk = (x: number) =>
  line(`M${x + 10} 196 V238 M${x + 90} 196 V238`, "#9aa7a3", 5) + box(x, 188, 100, 10, "#dcb98a", 4);
const seat = (x: number) => box(x, 150, 60, 78, "#5f86a8", 16) + box(x - 4, 198, 72, 34, "#54789a", 12);
const busWindows = [-180, -60, 60, 180, 300, 420].map((x) => box(x, 36, 100, 82, "#bfe0f2", 14)).join("");
const tiles =
  line("M-200 54 H600 M-200 108 H600 M-200 162 H600", "#d3e6e8", 2) +
  line(Array.from({ length: 15 }, (_, index) => `M${-174 + index * 54} 0 V222`).join(" "), "#d3e6e8", 2);
const cubicle =
  box(-42, 30, 160, 196, "#b9d0dc") +
  box(-30, 42, 136, 184, "#d3e4eb") +
  box(22, 110, 56, 46, "#fff", 8) +
  dot(50, 121, 4, "#b9d0dc") +
  shape("M24 178 H76 Q76 212 60 214 V230 H40 V214 Q24 212 24 178Z", "#fff") +
  oval(50, 178, 28, 9, "#b9d0dc") +
  shape("M-42 30 L-84 48 V248 L-42 226Z", "#8fb8d8") +
  dot(-76, 146, 4, "#f4fafe");
const sink =
  box(312, 44, 76, 84, "#fff", 10) +
  box(319, 51, 62, 70, "#d5eaf5", 6) +
  line("M350 150 v-12 q0 -6 10 -6", "#93a4ad", 6) +
  shape("M306 154 H394 Q392 184 366 186 V232 H334 V186 Q308 184 306 154Z", "#fff") +
  box(420, 96, 30, 46, "#fff", 6) +
  box(426, 134, 18, 22, "#f1f5f3", 2);
const plate = (x: number) => oval(x, 184, 24, 6, "#fff") + oval(x, 183, 14, 3.5, "#e6edf0");
const longTable =
  line("M-140 192 V240 M60 192 V240 M340 192 V240 M540 192 V240", "#b98a5c", 8) +
  box(-170, 186, 740, 12, "#dcb283", 5) +
  [-120, -30, 60, 150, 250, 340, 430, 520].map(plate).join("");
const hatch =
  box(20, 40, 190, 84, "#fff", 8) +
  box(28, 48, 174, 62, "#e9d9c3", 4) +
  box(14, 110, 202, 12, "#c99a62", 4) +
  shape("M60 110 q0 -26 26 -26 t26 26z", "#9fb2c5") +
  line("M86 84 v-6", "#7d8e9d", 6) +
  shape("M136 110 v-18 h40 v18z", "#e9c46a");
const wallBars =
  line("M-30 40 H96 M-30 64 H96 M-30 88 H96 M-30 112 H96 M-30 136 H96 M-30 160 H96 M-30 184 H96", "#d9ab74", 6) +
  [-38, 29, 96].map((x) => box(x, 20, 8, 204, "#b98a5c")).join("");
const hoop =
  box(290, 20, 96, 66, "#fff", 6) +
  box(322, 46, 32, 26, "#fff") +
  line("M322 72 V46 H354 V72", "#7d8e9d", 4) +
  line("M318 82 H358", "#d9764f", 6) +
  line("M322 86 L330 112 H346 L354 86 M330 88 L336 112 M346 88 L340 112", "#c3ccd1", 2);
const courtLines = line("M-200 262 H600", "#f7efe0", 5) + line("M120 226 L70 300 M470 226 L520 300", "#7fb0d6", 5);
const curtain = (x: number, width: number) =>
  box(x, 0, width, 240, "#b9563f") +
  Array.from({ length: Math.floor(width / 34) }, (_, index) => box(x + 8 + index * 34, 0, 12, 240, "#a64a35")).join("");
const valance = Array.from({ length: 14 }, (_, index) => dot(-170 + index * 56, 24, 30, "#a64a35")).join("");

const PLACE: Record<Place, string> = {
  garden: sky + hills + tree(-128, 214, 1) + bush(24, 226) + bush(366, 232) + tree(540, 216, 1.15),
  playground:
    sky +
    hills +
    line("M-150 236 V120 H-40 V236", "#c98f62", 8) +
    line("M-112 120 V190 M-78 120 V190", "#8d8378", 3) +
    box(-118, 188, 46, 8, "#8a5a3a", 3) +
    box(318, 230, 170, 26, "#efd9a7", 13) +
    shape("M368 234 l10 -20 h18 l10 20z", "#e8d09a") +
    box(344, 226, 12, 12, "#6fa8c9", 3) +
    tree(548, 206, 0.9),
  room:
    wall("#fdeede") +
    window_(268) +
    shelf(-120) +
    box(40, 52, 64, 50, "#fff", 4) +
    dot(60, 80, 10, "#f2c4a4") +
    shape("M46 96 l18 -14 l12 8 l14 -16 l8 22z", "#9fc9a2") +
    shelf(452) +
    floor(222, "#f0cfa8") +
    skirting(222, "#fff8ee") +
    oval(200, 268, 150, 22, "#f6dcbb"),
  home:
    wall("#f3ead9") +
    window_(24) +
    lamp(210) +
    box(262, 146, 206, 64, "#b9c7d6", 22) +
    box(250, 178, 230, 54, "#9fb2c5", 18) +
    shelf(-150) +
    floor(226, "#dcc19a") +
    oval(180, 270, 140, 20, "#e9d5b4"),
  classroom:
    wall("#e9f1ee") +
    board +
    window_(320) +
    window_(-110) +
    window_(448) +
    floor(228, "#d9c3a3") +
    desk(-130) +
    desk(440),
  hall:
    wall("#f4ecdf") +
    box(LEFT, 90, WIDTH, 8, "#c99a62") +
    pegs +
    floor(226, "#cfc6b6") +
    bench +
    skirting(226, "#fffaf1"),
  bus:
    wall("#dbe7ee") +
    busWindows +
    line("M-200 20 H600", "#f6b93b", 8) +
    seat(-140) +
    seat(-40) +
    seat(380) +
    seat(480) +
    line("M70 20 V240 M330 20 V240", "#c3a24a", 5) +
    floor(232, "#8c9aa5"),
  screen:
    wall("#e8ecf5") +
    box(60, 30, 280, 166, "#39424f", 14) +
    box(72, 42, 256, 142, "#cfe4ee", 6) +
    box(180, 196, 40, 22, "#4b5563") +
    box(-40, 216, 480, 14, "#c99a62", 5) +
    line("M-20 230 V300 M420 230 V300", "#b98a5c", 10) +
    floor(262, "#cfd6e2"),
  toilet: wall("#e4f1f1") + tiles + cubicle + sink + floor(226, "#c4d3d6"),
  canteen:
    wall("#fbf0e2") +
    hatch +
    window_(300, 34) +
    window_(-120, 34) +
    window_(450, 34) +
    lamp(252) +
    longTable +
    floor(238, "#dcc4a2"),
  "sports-hall":
    wall("#eef1e8") + wallBars + hoop + box(LEFT, 196, WIDTH, 30, "#dfe6d6") + floor(226, "#e3b880") + courtLines,
  stage:
    wall("#f5e6cb") +
    shape("M110 0 L20 240 H240 L170 0Z M290 0 L200 240 H380 L320 0Z", "#fbf2de") +
    curtain(LEFT, 216) +
    curtain(384, 216) +
    box(LEFT, 0, WIDTH, 26, "#a64a35") +
    valance +
    floor(228, "#c1925f") +
    box(LEFT, 282, WIDTH, 18, "#8f6a43"),
  plan: PLAN,
  plain: "",
};

export function drawPlace(place: Place): string {
  return PLACE[place];
}
